#include "HeaderRepair.h"

#include "TextCharset.h"

#include <string.h>

/// Whether bytes are UTF-8 but for a character that is cut at their beginning or end, as senders do
/// who break encoded words amid one.
static bool may_be_utf8(const char *bytes, size_t length) {
    size_t start = 0;
    while (start < length && start < 3 && ((uint8_t)bytes[start] & 0xC0) == 0x80) start++;
    const char *end;
    if (g_utf8_validate_len(bytes + start, length - start, &end)) return true;
    size_t rest = (size_t)(bytes + length - end);
    uint8_t first = (uint8_t)*end;
    if (first < 0xC2 || rest >= (first < 0xE0 ? 2u : first < 0xF0 ? 3u : 4u)) return false;
    for (size_t i = 1; i < rest; i++)
        if (((uint8_t)end[i] & 0xC0) != 0x80) return false;
    return true;
}

static bool is_known_charset(const char *charset) {
    if (mime_charset_says_nothing(charset)) return false;
    static const char *const known[] = {"iso-8859-", "windows-125", "us-ascii", "gb2312", "koi8-"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strncasecmp(charset, known[i], strlen(known[i])) == 0) return true;
    iconv_t converter = g_mime_iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) return false;
    g_mime_iconv_close(converter);
    return true;
}

/// Whether what an encoded word says of its charset is wrong.
static bool has_wrong_charset(const char *charset, char encoding, const char *words, size_t length) {
    if (g_ascii_strcasecmp(charset, "utf-8") != 0) return !is_known_charset(charset);
    GMimeEncoding state;
    bool is_base64 = encoding == 'B' || encoding == 'b';
    g_mime_encoding_init_decode(
        &state, is_base64 ? GMIME_CONTENT_ENCODING_BASE64 : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    char *decoded = g_malloc(g_mime_encoding_outlen(&state, length) + 16);
    size_t count = g_mime_encoding_step(&state, words, length, decoded);
    count += g_mime_encoding_flush(&state, "", 0, decoded + count);
    bool is_wrong = !may_be_utf8(decoded, count);
    g_free(decoded);
    return is_wrong;
}

GByteArray *mime_repaired_headers(const char *bytes, size_t length) {
    GByteArray *result = NULL;
    size_t copied = 0, at = 0;
    while (at + 8 < length) {
        const char *start = memchr(bytes + at, '=', length - at - 1);
        if (!start) break;
        size_t begin = (size_t)(start - bytes) + 2;
        at = begin - 1;
        if (start[1] != '?') continue;
        size_t limit = length - begin < 512 ? length - begin : 512;
        const char *mark = memchr(bytes + begin, '?', limit);
        size_t size = mark ? (size_t)(mark - bytes) - begin : 0;
        if (size == 0 || size > 40 || begin + size + 3 >= length || mark[2] != '?') continue;
        size_t words = begin + size + 3;
        const char *end = memchr(bytes + words, '?', length - words < 512 ? length - words : 512);
        if (!end) continue;
        char charset[48];
        memcpy(charset, bytes + begin, size);
        charset[size] = 0;
        // A language may stand behind the charset (RFC 2231).
        char *star = strchr(charset, '*');
        if (star) *star = 0;
        at = (size_t)(end - bytes);
        if (!has_wrong_charset(charset, mark[1], bytes + words, at - words)) continue;
        if (!result) result = g_byte_array_new();
        g_byte_array_append(result, (const guint8 *)bytes + copied, (guint)(begin - copied));
        g_byte_array_append(result, (const guint8 *)"unknown-8bit", 12);
        copied = begin + size;
    }
    if (result)
        g_byte_array_append(result, (const guint8 *)bytes + copied, (guint)(length - copied));
    return result;
}

GByteArray *mime_completed_headers(const uint8_t *bytes, size_t length) {
    size_t last = length;
    while (last > 0 && bytes[last - 1] != '\n') last--;
    if (last > 0 && last < length && !memchr(bytes + last, ':', length - last)
        && bytes[last] != ' ' && bytes[last] != '\t')
        length = last;
    GByteArray *result = g_byte_array_new();
    g_byte_array_append(result, bytes, (guint)length);
    g_byte_array_append(result, (const guint8 *)"\n\n", 2);
    return result;
}

bool mime_ends_headers(const uint8_t *bytes, size_t length) {
    return length > 0 && bytes[length - 1] == '\n'
        && (length == 1 || bytes[length - 2] == '\n'
            || (bytes[length - 2] == '\r' && (length == 2 || bytes[length - 3] == '\n')));
}
