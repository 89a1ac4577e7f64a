#include "TextCharset.h"

bool mime_charset_says_nothing(const char *charset) {
    return g_ascii_strncasecmp(charset, "unknown", 7) == 0
        || g_ascii_strncasecmp(charset, "x-unknown", 9) == 0
        || g_ascii_strcasecmp(charset, "default") == 0 || *charset == 0;
}

/// What senders call by a name and mean a larger charset, as browsers take it too.
static const char *meant(const char *charset) {
    static const struct { const char *named, *meant; } larger[] = {
        {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"}, {"gb2312", "gb18030"},
        {"gbk", "gb18030"}, {"ks_c_5601-1987", "cp949"}, {"euc-kr", "cp949"},
        {"iso-8859-9", "windows-1254"}, {"shift_jis", "cp932"}, {"tis-620", "windows-874"},
        {"unicode-1-1-utf-7", "utf-7"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(larger); i++)
        if (g_ascii_strcasecmp(charset, larger[i].named) == 0) return larger[i].meant;
    return charset;
}

GByteArray *mime_converted(const GByteArray *bytes, const char *charset) {
    if (mime_charset_says_nothing(charset)) return NULL;
    iconv_t converter = g_mime_iconv_open("UTF-8", meant(charset));
    if (converter == (iconv_t)-1) return NULL;
    GByteArray *result = g_byte_array_sized_new(bytes->len + bytes->len / 2 + 16);
    char *in = (char *)bytes->data;
    size_t left = bytes->len, wrong = 0;
    char buffer[4096];
    while (left > 0) {
        char *out = buffer;
        size_t room = sizeof buffer;
        size_t before = left;
        size_t status = g_mime_iconv(converter, &in, &left, &out, &room);
        g_byte_array_append(result, (const guint8 *)buffer, (guint)(out - buffer));
        if (status != (size_t)-1) continue;
        // A full buffer is no fault.
        if (out != buffer && left != before && room < 16) continue;
        in++;
        left--;
        wrong++;
        g_byte_array_append(result, (const guint8 *)"\xEF\xBF\xBD", 3);
    }
    // The state of an encoding with shifts is put back.
    char *out = buffer;
    size_t room = sizeof buffer;
    g_mime_iconv(converter, NULL, NULL, &out, &room);
    g_byte_array_append(result, (const guint8 *)buffer, (guint)(out - buffer));
    g_mime_iconv_close(converter);
    if (wrong > 8 && wrong > bytes->len / 20) {
        g_byte_array_free(result, TRUE);
        return NULL;
    }
    return result;
}
