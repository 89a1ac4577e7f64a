#include "CSimdjson.h"

#include "JSONParser.hpp"

#include <cmath>
#include <cstdlib>
#include <new>

namespace {

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The code unit of an escape `\uXXXX` at `at`, or -1.
int escape_at(const std::string &text, size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
    for (size_t k = at + 2; k < at + 6; k++)
        if (!is_hex(text[k])) return -1;
    return static_cast<int>(std::strtol(text.substr(at + 2, 4).c_str(), nullptr, 16));
}

/// The length of a word at a place, or 0 when something else stands there.
size_t word_at(const std::string &text, size_t at, const char *word) {
    size_t length = std::strlen(word);
    return text.compare(at, length, word) == 0 ? length : 0;
}

/// The length of a number at a place, or 0.
size_t number_at(const std::string &text, size_t at) {
    size_t end = at;
    while (end < text.size() && std::strchr("+-.0123456789eE", text[end])) end++;
    return end - at;
}

/// Copies a number that a double or 64 bits cannot hold: an integer as a string of its digits, for
/// it is an id, and anything else as null. Returns whether it was such a number.
bool copy_huge_number(const std::string &text, size_t at, size_t length, std::string &repaired) {
    bool is_integer = true;
    for (size_t i = at; i < at + length; i++)
        if (text[i] == '.' || text[i] == 'e' || text[i] == 'E') is_integer = false;
    if (is_integer && length > 19) {
        repaired += '"';
        repaired.append(text, at, length);
        repaired += '"';
        return true;
    }
    if (is_integer || std::isfinite(std::strtod(text.substr(at, length).c_str(), nullptr)))
        return false;
    repaired += "null";
    return true;
}

/// Copies what other writers let through and JSON forbids (lone surrogates, numbers that are none
/// or larger than any) as what it stands for. Returns whether anything was changed.
bool repair(const std::string &text, std::string &repaired) {
    bool changed = false, in_string = false;
    repaired.clear();
    repaired.reserve(text.size() + 64);
    for (size_t i = 0; i < text.size(); i++) {
        char c = text[i];
        if (!in_string) {
            size_t word = c == 'N' ? word_at(text, i, "NaN")
                : c == '-' ? word_at(text, i, "-Infinity")
                : c == 'I' ? word_at(text, i, "Infinity") : 0;
            if (word > 0) {
                repaired += "null";
                changed = true;
                i += word - 1;
                continue;
            }
            size_t digits = (c >= '0' && c <= '9') || c == '-' ? number_at(text, i) : 0;
            if (digits > 0) {
                if (copy_huge_number(text, i, digits, repaired)) changed = true;
                else repaired.append(text, i, digits);
                i += digits - 1;
                continue;
            }
            in_string = c == '"';
            repaired += c;
            continue;
        }
        if (c == '"') in_string = false;
        if (c != '\\') {
            repaired += c;
            continue;
        }
        int unit = escape_at(text, i);
        int next = unit >= 0xD800 && unit < 0xDC00 ? escape_at(text, i + 6) : -1;
        size_t length = unit < 0xD800 || unit > 0xDFFF ? 2 : 6;
        if (length == 6 && next >= 0xDC00 && next <= 0xDFFF) length = 12;
        if (length == 6) {
            repaired += "\\ufffd";
            changed = true;
        } else {
            repaired.append(text, i, length);
        }
        i += length - 1;
    }
    return changed;
}

/// Whether an error may come from what `repair` mends.
bool may_be_mended(simdjson::error_code error) {
    switch (error) {
    case simdjson::SUCCESS:
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
    case simdjson::DEPTH_ERROR:
    case simdjson::UTF8_ERROR:
    case simdjson::EMPTY:
    case simdjson::UNCLOSED_STRING:
        return false;
    default:
        return true;
    }
}

}  // namespace

json_parser *json_parser_create(size_t maximum_depth) {
    json_parser *made = new (std::nothrow) json_parser;
    if (made) made->depth = maximum_depth;
    return made;
}

void json_parser_destroy(json_parser *parser) { delete parser; }

static int parse(
    json_parser *parser, const uint8_t *bytes, size_t length, bool is_copied, json_value *root) {
    dom::parser &inner = parser->parser;
    if (inner.max_depth() != parser->depth || inner.capacity() < length) {
        size_t capacity = length < 65536 ? 65536 : length + length / 2;
        if (auto error = inner.allocate(capacity, parser->depth)) return error;
    }
    dom::element element;
    auto error = inner.parse(bytes, length, is_copied).get(element);
    if (may_be_mended(error)) {
        std::string text(reinterpret_cast<const char *>(bytes), length);
        if (repair(text, parser->repaired)) error = inner.parse(parser->repaired).get(element);
    }
    if (error) return error;
    *root = wrap(element);
    return 0;
}

int json_parse(json_parser *parser, const uint8_t *bytes, size_t length, json_value *root) {
    return parse(parser, bytes, length, true, root);
}

size_t json_padding(void) { return simdjson::SIMDJSON_PADDING; }

int json_parse_padded(
    json_parser *parser, const uint8_t *bytes, size_t length, json_value *root) {
    return parse(parser, bytes, length, false, root);
}

const char *json_error_message(int code) {
    return simdjson::error_message(static_cast<simdjson::error_code>(code));
}

json_kind json_value_kind(json_value value) {
    switch (unwrap(value).type()) {
    case dom::element_type::ARRAY: return JSON_ARRAY;
    case dom::element_type::OBJECT: return JSON_OBJECT;
    case dom::element_type::STRING: return JSON_STRING;
    case dom::element_type::BOOL: return JSON_BOOLEAN;
    case dom::element_type::INT64: return JSON_INTEGER;
    case dom::element_type::UINT64: return JSON_DOUBLE;
    case dom::element_type::DOUBLE: return JSON_DOUBLE;
    case dom::element_type::NULL_VALUE: return JSON_NULL;
    }
    return JSON_NULL;
}

bool json_value_string(json_value value, const char **bytes, size_t *length) {
    std::string_view view;
    if (unwrap(value).get_string().get(view)) return false;
    *bytes = view.data();
    *length = view.size();
    return true;
}

bool json_value_integer(json_value value, int64_t *number) {
    return unwrap(value).get_int64().get(*number) == simdjson::SUCCESS;
}

bool json_value_unsigned(json_value value, uint64_t *number) {
    return unwrap(value).get_uint64().get(*number) == simdjson::SUCCESS;
}

bool json_value_double(json_value value, double *number) {
    return unwrap(value).get_double().get(*number) == simdjson::SUCCESS;
}

bool json_value_boolean(json_value value, bool *flag) {
    return unwrap(value).get_bool().get(*flag) == simdjson::SUCCESS;
}

bool json_value_member(
    json_value value, const char *key, size_t key_length, json_value *member) {
    dom::object object;
    if (unwrap(value).get_object().get(object)) return false;
    dom::element element;
    if (object.at_key(std::string_view(key, key_length)).get(element)) return false;
    *member = wrap(element);
    return true;
}

bool json_cursor_begin(json_value value, json_cursor *cursor) {
    dom::array array;
    dom::object object;
    dom::element element = unwrap(value);
    if (element.get_array().get(array) == simdjson::SUCCESS) {
        auto begin = array.begin(), end = array.end();
        std::memcpy(&cursor->words[0], &begin, sizeof begin);
        std::memcpy(&cursor->words[2], &end, sizeof end);
        cursor->is_object = false;
        return true;
    }
    if (element.get_object().get(object) == simdjson::SUCCESS) {
        auto begin = object.begin(), end = object.end();
        std::memcpy(&cursor->words[0], &begin, sizeof begin);
        std::memcpy(&cursor->words[2], &end, sizeof end);
        cursor->is_object = true;
        return true;
    }
    return false;
}

bool json_cursor_next(
    json_cursor *cursor, json_value *child, const char **key, size_t *key_length) {
    if (std::memcmp(&cursor->words[0], &cursor->words[2], sizeof(json_value)) == 0) return false;
    if (cursor->is_object) {
        dom::object::iterator at;
        std::memcpy(static_cast<void *>(&at), &cursor->words[0], sizeof at);
        std::string_view name = at.key();
        *key = name.data();
        *key_length = name.size();
        *child = wrap(at.value());
        ++at;
        std::memcpy(&cursor->words[0], &at, sizeof at);
    } else {
        dom::array::iterator at;
        std::memcpy(static_cast<void *>(&at), &cursor->words[0], sizeof at);
        *key = nullptr;
        *key_length = 0;
        *child = wrap(*at);
        ++at;
        std::memcpy(&cursor->words[0], &at, sizeof at);
    }
    return true;
}

const char *json_library_version(void) {
    // The macro holds the bare words of the number.
#define REJOINDER_TEXT_OF(words) #words
#define REJOINDER_TEXT(words) REJOINDER_TEXT_OF(words)
    return REJOINDER_TEXT(SIMDJSON_VERSION);
}
