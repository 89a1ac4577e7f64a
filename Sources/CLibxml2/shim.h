// The parts of libxml2 that Rejoinder uses: the tolerant HTML tree, XPath, and SAX for XML.
#ifndef REJOINDER_CLIBXML2_H
#define REJOINDER_CLIBXML2_H

// Where libxml2 was built with ICU its headers draw in ICU's, which clash with Foundation's own.
// Only the tail of a structure that is never touched from here depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// Frees what libxml2 handed out; the library's own name for it is a variable.
static inline void rejoinder_xml_free(void *memory) { xmlFree(memory); }

static inline void rejoinder_xml_ignore(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

/// Keeps the library of the present thread from writing its errors to standard error.
static inline void rejoinder_xml_silence(void) {
    xmlSetGenericErrorFunc(NULL, rejoinder_xml_ignore);
}

/// Whether a list of words, such as a `class` attribute, has a word, or one that begins so.
static inline int rejoinder_has_word(const xmlChar *list, const xmlChar *word, int isBeginning) {
    while (*list) {
        while (*list && *list <= 0x20) list++;
        const xmlChar *wanted = word;
        while (*wanted && *list == *wanted) {
            list++;
            wanted++;
        }
        if (!*wanted && *word && (isBeginning || *list <= 0x20)) return 1;
        while (*list > 0x20) list++;
    }
    return 0;
}

#endif
