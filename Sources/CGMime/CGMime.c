#include "CGMime.h"

#include "HeaderRepair.h"
#include "TextCharset.h"

#include <gmime/gmime.h>
#include <string.h>

/// Parts nested deeper than this are left out.
enum { MAXIMUM_DEPTH = 32 };
/// GMime follows nested parts by recursion. Every two levels need a line with this header, so that
/// a message with more of them than this is not given to it as a whole.
enum { MAXIMUM_CONTENT_TYPES = 400 };
/// More text of one part than this is cut.
enum { MAXIMUM_TEXT_BYTES = 32 << 20 };
/// More pieces of text than this in one message are left out.
enum { MAXIMUM_TEXTS = 256 };

struct mime_message {
    GMimeMessage *message;
    GPtrArray *strings;
    GArray *texts;
    size_t attachments;
    bool is_too_deep;
    bool has_texts;
};

void mime_library_version(unsigned *major, unsigned *minor, unsigned *micro) {
    *major = gmime_major_version;
    *minor = gmime_minor_version;
    *micro = gmime_micro_version;
}
