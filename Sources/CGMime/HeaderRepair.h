// Puts right what senders and cut files do to headers, before GMime reads them.

#ifndef HEADER_REPAIR_H
#define HEADER_REPAIR_H

#include <gmime/gmime.h>
#include <stdbool.h>
#include <stdint.h>

/// The headers with an empty line behind them, where a message ends amid them; what may be the
/// beginning of a header's name at the end is left out, as GMime would give up the others for it.
GByteArray *mime_completed_headers(const uint8_t *bytes, size_t length);

/// The headers with the charset of encoded words (`=?CHARSET?Q?…?=`) that is unknown or not what
/// stands in them replaced by one that says so, which makes GMime guess. NULL where none is.
GByteArray *mime_repaired_headers(const char *bytes, size_t length);

/// Whether bytes that begin with headers end with the empty line behind them.
bool mime_ends_headers(const uint8_t *bytes, size_t length);

#endif
