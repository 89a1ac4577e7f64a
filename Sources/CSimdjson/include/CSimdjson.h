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

/// The bytes that have to be readable behind those that `json_parse_padded` parses.
size_t json_padding(void);

/// As `json_parse`, of bytes behind which `json_padding()` more can be read, whatever they are:
/// nothing is copied beforehand.
int json_parse_padded(
    json_parser *parser, const uint8_t *bytes, size_t length, json_value *root);

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

/// Keys to be looked for in object after object.
typedef struct json_keys json_keys;

/// The keys, `count` of them and at most 255, or NULL without memory.
json_keys *json_keys_create(const char *const *names, size_t count);

/// Frees keys.
void json_keys_destroy(json_keys *keys);

/// What a field holds.
typedef enum json_field_kind {
    /// The object has no such member.
    JSON_FIELD_ABSENT,
    JSON_FIELD_NULL,
    JSON_FIELD_FALSE,
    JSON_FIELD_TRUE,
    /// `bits` is an `int64_t`.
    JSON_FIELD_INTEGER,
    /// `bits` is a `uint64_t` beyond those.
    JSON_FIELD_UNSIGNED,
    /// `bits` is a `double`.
    JSON_FIELD_DOUBLE,
    /// `bits` UTF-8 bytes at `bytes`.
    JSON_FIELD_STRING,
    /// An array or object as `bits` bytes of JSON at `bytes`.
    JSON_FIELD_JSON,
} json_field_kind;

/// The value of a member that was asked for.
typedef struct json_field {
    const char *bytes;
    uint64_t bits;
    json_field_kind kind;
} json_field;

/// Sets the field of each key in one walk over an object; of a member that stands twice the first
/// counts. Strings, and arrays and objects as JSON, live until the next call or parse. False when
/// the value is no object.
bool json_fields_of(
    json_parser *parser, json_value value, const json_keys *keys, json_field *fields);

/// The bytes that `json_fields_write` needs.
size_t json_fields_size(const json_field *fields, size_t count);

/// Writes fields one behind the other in a form of this library.
void json_fields_write(const json_field *fields, size_t count, uint8_t *bytes);

/// Reads what `json_fields_write` wrote; strings point into `bytes`.
void json_fields_read(const uint8_t *bytes, size_t length, json_field *fields, size_t count);

/// The version of simdjson.
const char *json_library_version(void);

#ifdef __cplusplus
}
#endif

#endif
