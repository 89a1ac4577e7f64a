// Parses JSON through CSimdjson, whole and cut off anywhere, walks all of it, and frees it.

#include <stdlib.h>
#include <string.h>

#include "CSimdjson.h"
#include "face.h"

enum { deepest = 64 };

static void look_at(json_value value) {
    const char *bytes;
    size_t length;
    int64_t integer;
    uint64_t natural;
    double number;
    bool flag;
    if (json_value_string(value, &bytes, &length)) use_bytes(bytes, length);
    if (json_value_integer(value, &integer)) use_bytes(&integer, sizeof integer);
    if (json_value_unsigned(value, &natural)) use_bytes(&natural, sizeof natural);
    if (json_value_double(value, &number)) use_bytes(&number, sizeof number);
    if (json_value_boolean(value, &flag)) use_bytes(&flag, sizeof flag);
}

static void walk(json_value root) {
    json_cursor path[deepest];
    int depth = 0;
    look_at(root);
    if (!json_cursor_begin(root, &path[0])) return;
    while (depth >= 0) {
        json_value child, again;
        const char *key = NULL;
        size_t length = 0;
        if (!json_cursor_next(&path[depth], &child, &key, &length)) {
            depth--;
            continue;
        }
        if (key) use_bytes(key, length);
        json_value_member(child, "id", 2, &again);
        look_at(child);
        if (depth + 1 < deepest && json_cursor_begin(child, &path[depth + 1])) depth++;
    }
}

static void parse(json_parser *parser, const uint8_t *bytes, size_t length) {
    json_value root;
    int code = json_parse(parser, bytes, length, &root);
    if (code == 0) {
        walk(root);
    } else {
        use(json_error_message(code));
    }
}

int main(int count, char **paths) {
    for (int i = 1; i < count; i++) {
        size_t length;
        uint8_t *bytes = contents(paths[i], &length);
        json_parser *parser = json_parser_create(deepest);
        if (!parser) return 1;
        parse(parser, bytes, length);
        // Lines of JSON, one document each.
        for (size_t start = 0, end; start < length; start = end + 1) {
            uint8_t *stop = memchr(bytes + start, '\n', length - start);
            end = stop ? (size_t)(stop - bytes) : length;
            parse(parser, bytes + start, end - start);
        }
        for (size_t end = 0; end < length; end += 37) {
            // A copy that ends where the bytes do shows whether anything behind them is read.
            uint8_t *cut = malloc(end ? end : 1);
            memcpy(cut, bytes, end);
            parse(parser, cut, end);
            free(cut);
        }
        json_parser_destroy(parser);
        free(bytes);
    }
    return 0;
}
