// A thin C face on simdjson: parse one JSON document, then walk it by key and by child.
// Nothing here recurses and nothing throws; a document deeper than the parser's bound is an error.

#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with its buffers, to be used again for document after document.
typedef struct json_parser json_parser;

/// A place in the document parsed last. Two words, copied freely; void after the next parse.
typedef struct json_value {
    uintptr_t words[2];
} json_value;

/// A walk over the children of an array or object.
typedef struct json_cursor {
    uintptr_t words[4];
    bool is_object;
} json_cursor;

/// The kinds of values.
typedef enum json_kind {
    JSON_NULL,
    JSON_BOOLEAN,
    JSON_INTEGER,
    JSON_DOUBLE,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
} json_kind;

/// A new parser, or NULL without memory. `maximum_depth` bounds the nesting of its documents.
json_parser *json_parser_create(size_t maximum_depth);

/// Frees a parser and with it the document parsed last.
void json_parser_destroy(json_parser *parser);

/// Parses UTF-8 bytes. Returns 0 and sets `root`, else a code for `json_error_message`.
/// Escapes of lone surrogates are read as U+FFFD, the numbers NaN and Infinity and those beyond
/// any double as null, and integers of more than 64 bits, which are ids, as strings.
int json_parse(json_parser *parser, const uint8_t *bytes, size_t length, json_value *root);

/// What an error code means, in a few English words; never NULL.
const char *json_error_message(int code);

/// The kind of a value.
json_kind json_value_kind(json_value value);

/// Sets the UTF-8 bytes of a string, which live until the next parse and may hold NUL.
bool json_value_string(json_value value, const char **bytes, size_t *length);

/// Sets an integer that fits.
bool json_value_integer(json_value value, int64_t *number);

/// Sets an integer that fits and is not negative; ids may need the 64th bit.
bool json_value_unsigned(json_value value, uint64_t *number);

/// Sets any number.
bool json_value_double(json_value value, double *number);

/// Sets a boolean.
bool json_value_boolean(json_value value, bool *flag);

/// Sets the member of an object with a key, the first where it stands twice; linear in its size.
bool json_value_member(json_value value, const char *key, size_t key_length, json_value *member);

/// Begins a walk; false when the value is neither array nor object.
bool json_cursor_begin(json_value value, json_cursor *cursor);

/// Sets the next child (and its key in an object) and moves on; false at the end.
bool json_cursor_next(
    json_cursor *cursor, json_value *child, const char **key, size_t *key_length);

/// The version of simdjson.
const char *json_library_version(void);

#ifdef __cplusplus
}
#endif

#endif
