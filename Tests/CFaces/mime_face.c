// Reads messages and mailboxes through CGMime, whole and cut off anywhere, and frees all of it.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CGMime.h"
#include "face.h"

static void look(const uint8_t *bytes, size_t length) {
    mime_message *message = mime_message_parse(bytes, length);
    if (!message) return;
    static const char *const names[] = {"Subject", "From",       "Reply-To",    "Date",
                                        "To",      "References", "In-Reply-To", "X-None"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        use(mime_message_raw_header(message, names[i]));
        const char *header = mime_message_header(message, names[i]);
        use(header);
        use(mime_message_address(message, names[i]));
        if (!header) continue;
        char *words = mime_decode_words(header);
        use(words);
        mime_string_free(words);
        int64_t seconds;
        int32_t offset;
        if (mime_parse_date(header, &seconds, &offset)) use_bytes(&seconds, sizeof seconds);
    }
    use(mime_message_from_name(message));
    use(mime_message_from_address(message));
    use(mime_message_boundary(message));
    size_t count = mime_message_text_count(message);
    for (size_t i = 0; i <= count; i++) {
        mime_text text;
        if (mime_message_text(message, i, &text)) use_bytes(text.bytes, text.length);
    }
    mime_message_attachment_count(message);
    mime_message_is_too_deep(message);
    mime_message_destroy(message);
}

int main(int count, char **paths) {
    use(mime_library_version());
    for (int i = 1; i < count; i++) {
        size_t length;
        uint8_t *bytes = contents(paths[i], &length);
        // A mailbox is one message with a long body, and one from each of its `From ` lines on.
        look(bytes, length);
        for (size_t at = 0; at + 5 < length; at++) {
            if ((at == 0 || bytes[at - 1] == '\n') && !memcmp(bytes + at, "From ", 5)) {
                look(bytes + at, length - at);
            }
        }
        for (size_t end = 0; end < length; end += 37) look(bytes, end);
        free(bytes);
    }
    return 0;
}
