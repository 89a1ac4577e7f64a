// A thin C face on GMime: one mail message from bytes, its headers and its readable text.

#ifndef CGMIME_H
#define CGMIME_H

/// The version of GMime in use, such as `3.2.13`; never NULL and never freed.
const char *mime_library_version(void);

#endif
