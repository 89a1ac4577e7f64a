// What the files of this target share: the parser, and values as simdjson has them.

#ifndef JSON_PARSER_HPP
#define JSON_PARSER_HPP

#include "CSimdjson.h"

#include <simdjson.h>

#include <cstring>
#include <string>
#include <type_traits>

// What Swift's clang takes unless told otherwise; the package does not tell it, since SwiftPM would
// tell the same to the C targets when it makes their symbol graphs, which fails.
static_assert(__cplusplus >= 201703L, "written in C++17");

namespace dom = simdjson::dom;

struct json_parser {
    dom::parser parser;
    std::string repaired;
    /// The arrays and objects among the fields asked for last, as JSON.
    std::string containers;
    size_t depth;
};

static_assert(sizeof(dom::element) == sizeof(json_value), "an element is two words");
static_assert(std::is_trivially_copyable<dom::element>::value, "an element is copied as bytes");
static_assert(sizeof(dom::array::iterator) == sizeof(json_value), "so is a place in an array");
static_assert(sizeof(dom::object::iterator) == sizeof(json_value), "so is a place in an object");

inline json_value wrap(const dom::element &element) {
    json_value value;
    std::memcpy(&value, &element, sizeof value);
    return value;
}

inline dom::element unwrap(const json_value &value) {
    dom::element element;
    std::memcpy(static_cast<void *>(&element), &value, sizeof value);
    return element;
}

#endif
