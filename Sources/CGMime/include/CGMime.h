// A thin C face on GMime: one mail message from bytes, its headers and its readable text.

#ifndef CGMIME_H
#define CGMIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The version of GMime in use, such as `3.2.13`; never NULL and never freed.
const char *mime_library_version(void);

/// One message; owns every string that is handed out of it.
typedef struct mime_message mime_message;

/// A piece of a message's readable text.
typedef struct {
    const char *bytes;
    size_t length;
    /// Whether the bytes are UTF-8; where not, no charset that is known was stated.
    bool is_utf8;
    bool is_html;
    /// Whether it is `format=flowed`, and then whether spaces at the ends of lines go (`delsp`).
    bool is_flowed;
    bool deletes_space;
} mime_text;

/// Reads a message (headers, an empty line, a body); the bytes are copied. NULL where there is no
/// header at all. May be called from several threads.
mime_message *mime_message_parse(const uint8_t *bytes, size_t length);
void mime_message_destroy(mime_message *message);

/// The first header of a name, decoded (RFC 2047) to UTF-8; NULL where there is none. Valid until
/// the message is destroyed.
const char *mime_message_header(const mime_message *message, const char *name);
/// The same as it stands there, unfolded by nobody; may hold any bytes.
const char *mime_message_raw_header(const mime_message *message, const char *name);

/// The first sender's display name and address as UTF-8; NULL where there is none.
const char *mime_message_from_name(mime_message *message);
const char *mime_message_from_address(mime_message *message);
/// The first address of another header of addresses, such as `Reply-To`.
const char *mime_message_address(mime_message *message, const char *name);

/// Words that may be encoded (RFC 2047) as UTF-8; free with `mime_string_free`.
char *mime_decode_words(const char *words);
void mime_string_free(char *string);

/// Reads a date of a header: seconds since 1970 in UTC and the offset of its zone in seconds.
bool mime_parse_date(const char *words, int64_t *seconds, int32_t *offset);

/// The pieces of readable text in their order: of alternatives the plain one where it says
/// anything; no attachments, no signatures. Worked out when first asked for.
size_t mime_message_text_count(mime_message *message);
bool mime_message_text(mime_message *message, size_t index, mime_text *text);
/// What stands between the parts of a message that has several; NULL where it has not.
const char *mime_message_boundary(const mime_message *message);
/// The parts that were left out as attachments, and whether parts were nested too deep to be read.
size_t mime_message_attachment_count(mime_message *message);
bool mime_message_is_too_deep(mime_message *message);

#endif
