// Text in the charset that a mail states, as UTF-8.

#ifndef TEXT_CHARSET_H
#define TEXT_CHARSET_H

#include <gmime/gmime.h>
#include <stdbool.h>

/// Converts to UTF-8; what is no character becomes U+FFFD. NULL where the charset is unknown or
/// much of the text is not in it.
GByteArray *mime_converted(const GByteArray *bytes, const char *charset);

/// Names that senders write who do not know.
bool mime_charset_says_nothing(const char *charset);

#endif
