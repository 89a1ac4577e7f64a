// Members of objects by a list of keys, in one walk, and as bytes that can be set aside.

#include "JSONParser.hpp"

#include <new>
#include <vector>

struct json_keys {
    static constexpr size_t slots = 256;
    static constexpr uint8_t none = 255;

    std::vector<std::string> names;
    /// The first key of each slot, and the next one in the same slot.
    uint8_t first[slots];
    std::vector<uint8_t> next;

    static size_t slot(const char *name, size_t length) {
        if (length == 0) return 0;
        return (length * 31 + static_cast<uint8_t>(name[0]) * 7
                + static_cast<uint8_t>(name[length - 1]) * 3
                + static_cast<uint8_t>(name[length / 2])) % slots;
    }

    /// The number of a key, or its count.
    size_t find(std::string_view name) const {
        for (uint8_t at = first[slot(name.data(), name.size())]; at != none; at = next[at])
            if (names[at] == name) return at;
        return names.size();
    }
};

json_keys *json_keys_create(const char *const *names, size_t count) {
    if (count >= json_keys::none) return nullptr;
    json_keys *keys = new (std::nothrow) json_keys;
    if (!keys) return nullptr;
    std::memset(keys->first, json_keys::none, sizeof keys->first);
    for (size_t i = 0; i < count; i++) {
        keys->names.emplace_back(names[i]);
        uint8_t &first = keys->first[json_keys::slot(names[i], keys->names[i].size())];
        keys->next.push_back(first);
        first = static_cast<uint8_t>(i);
    }
    return keys;
}

void json_keys_destroy(json_keys *keys) { delete keys; }

namespace {

/// Writes a string as JSON.
void write_string(std::string_view words, std::string &text) {
    static const char digits[] = "0123456789abcdef";
    text += '"';
    for (const char c : words) {
        if (c == '"' || c == '\\') text += '\\';
        if (static_cast<uint8_t>(c) >= 0x20) {
            text += c;
        } else {
            text += "\\u00";
            text += digits[c >> 4];
            text += digits[c & 15];
        }
    }
    text += '"';
}

/// Writes an array or object as JSON. simdjson's own way to do so recurses, and what people send may
/// be nested a million deep.
void write_container(const dom::element &root, std::string &text) {
    struct Level {
        json_cursor cursor;
        bool is_first;
    };
    std::vector<Level> open;
    auto begin = [&](json_value value) {
        Level level = {{}, true};
        json_cursor_begin(value, &level.cursor);
        text += level.cursor.is_object ? '{' : '[';
        open.push_back(level);
    };
    begin(wrap(root));
    while (!open.empty()) {
        Level &level = open.back();
        json_value child;
        const char *key;
        size_t length;
        if (!json_cursor_next(&level.cursor, &child, &key, &length)) {
            text += level.cursor.is_object ? '}' : ']';
            open.pop_back();
            continue;
        }
        if (!level.is_first) text += ',';
        level.is_first = false;
        if (key) {
            write_string(std::string_view(key, length), text);
            text += ':';
        }
        const json_kind kind = json_value_kind(child);
        if (kind == JSON_ARRAY || kind == JSON_OBJECT) begin(child);
        else if (kind == JSON_STRING) write_string(unwrap(child).get_string().value_unsafe(), text);
        else text += simdjson::minify(unwrap(child));
    }
}

/// Sets a field; of a container only its place among the containers, since these still grow.
void set(json_field &field, const dom::element &element, std::string &containers) {
    switch (element.type()) {
    case dom::element_type::NULL_VALUE: field.kind = JSON_FIELD_NULL; return;
    case dom::element_type::BOOL:
        field.kind = element.get_bool().value_unsafe() ? JSON_FIELD_TRUE : JSON_FIELD_FALSE;
        return;
    case dom::element_type::INT64:
        field.kind = JSON_FIELD_INTEGER;
        field.bits = static_cast<uint64_t>(element.get_int64().value_unsafe());
        return;
    case dom::element_type::UINT64:
        field.kind = JSON_FIELD_UNSIGNED;
        field.bits = element.get_uint64().value_unsafe();
        return;
    case dom::element_type::DOUBLE: {
        field.kind = JSON_FIELD_DOUBLE;
        double number = element.get_double().value_unsafe();
        std::memcpy(&field.bits, &number, sizeof number);
        return;
    }
    case dom::element_type::STRING: {
        field.kind = JSON_FIELD_STRING;
        std::string_view text = element.get_string().value_unsafe();
        field.bytes = text.data();
        field.bits = text.size();
        return;
    }
    case dom::element_type::ARRAY:
    case dom::element_type::OBJECT: {
        field.kind = JSON_FIELD_JSON;
        const size_t before = containers.size();
        write_container(element, containers);
        field.bits = containers.size() - before;
        return;
    }
    }
}

bool has_bytes(const json_field &field) {
    return field.kind == JSON_FIELD_STRING || field.kind == JSON_FIELD_JSON;
}

bool has_bits(const json_field &field) { return field.kind >= JSON_FIELD_INTEGER; }

}  // namespace

bool json_fields_of(
    json_parser *parser, json_value value, const json_keys *keys, json_field *fields) {
    dom::object object;
    if (unwrap(value).get_object().get(object)) return false;
    const size_t count = keys->names.size();
    for (size_t i = 0; i < count; i++) fields[i].kind = JSON_FIELD_ABSENT;
    parser->containers.clear();
    // The containers in the order in which they stand, to be given their places at the end.
    uint8_t held[json_keys::none];
    size_t holds = 0;
    for (auto at = object.begin(), end = object.end(); at != end; ++at) {
        const size_t key = keys->find(at.key());
        if (key == count || fields[key].kind != JSON_FIELD_ABSENT) continue;
        set(fields[key], at.value(), parser->containers);
        if (fields[key].kind == JSON_FIELD_JSON) held[holds++] = static_cast<uint8_t>(key);
    }
    size_t offset = 0;
    for (size_t i = 0; i < holds; i++) {
        fields[held[i]].bytes = parser->containers.data() + offset;
        offset += fields[held[i]].bits;
    }
    return true;
}

size_t json_fields_size(const json_field *fields, size_t count) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        if (fields[i].kind == JSON_FIELD_ABSENT) continue;
        size += 2 + (has_bits(fields[i]) ? 8 : 0) + (has_bytes(fields[i]) ? fields[i].bits : 0);
    }
    return size;
}

void json_fields_write(const json_field *fields, size_t count, uint8_t *bytes) {
    for (size_t i = 0; i < count; i++) {
        const json_field &field = fields[i];
        if (field.kind == JSON_FIELD_ABSENT) continue;
        *bytes++ = static_cast<uint8_t>(i);
        *bytes++ = static_cast<uint8_t>(field.kind);
        if (!has_bits(field)) continue;
        std::memcpy(bytes, &field.bits, 8);
        bytes += 8;
        if (!has_bytes(field)) continue;
        if (field.bits > 0) std::memcpy(bytes, field.bytes, field.bits);
        bytes += field.bits;
    }
}

void json_fields_read(const uint8_t *bytes, size_t length, json_field *fields, size_t count) {
    for (size_t i = 0; i < count; i++) fields[i].kind = JSON_FIELD_ABSENT;
    const uint8_t *end = bytes + length;
    while (end - bytes >= 2) {
        const size_t key = *bytes++;
        json_field field = {nullptr, 0, static_cast<json_field_kind>(*bytes++)};
        if (has_bits(field)) {
            if (end - bytes < 8) return;
            std::memcpy(&field.bits, bytes, 8);
            bytes += 8;
        }
        if (has_bytes(field)) {
            if (static_cast<uint64_t>(end - bytes) < field.bits) return;
            field.bytes = reinterpret_cast<const char *>(bytes);
            bytes += field.bits;
        }
        if (key < count) fields[key] = field;
    }
}
