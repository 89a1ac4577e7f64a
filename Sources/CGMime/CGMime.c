#include "CGMime.h"

#include "HeaderRepair.h"
#include "TextCharset.h"

#include <gmime/gmime.h>
#include <string.h>

/// Parts nested deeper than this are left out.
enum { MAXIMUM_DEPTH = 32 };
/// GMime follows nested parts by recursion. Every two levels need a line with this header, so that
/// a message with more of them than this is not given to it as a whole.
enum { MAXIMUM_CONTENT_TYPES = 400 };
/// More text of one part than this is cut.
enum { MAXIMUM_TEXT_BYTES = 32 << 20 };
/// More pieces of text than this in one message are left out.
enum { MAXIMUM_TEXTS = 256 };

struct mime_message {
    GMimeMessage *message;
    GPtrArray *strings;
    GArray *texts;
    size_t attachments;
    bool is_too_deep;
    bool has_texts;
};

const char *mime_library_version(void) {
    static char version[32];
    static gsize is_written;
    if (g_once_init_enter(&is_written)) {
        g_snprintf(
            version, sizeof version, "%u.%u.%u", gmime_major_version, gmime_minor_version,
            gmime_micro_version);
        g_once_init_leave(&is_written, 1);
    }
    return version;
}

static GMimeParserOptions *options;

static void begin(void) {
    static gsize is_done;
    if (!g_once_init_enter(&is_done)) return;
    g_mime_init();
    // What stands in headers without a charset: UTF-8 where it is, else what most old mails meant.
    static const char *charsets[] = {"utf-8", "windows-1252", "iso-8859-1", NULL};
    options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, charsets);
    g_mime_parser_options_set_allow_addresses_without_domain(options, TRUE);
    g_once_init_leave(&is_done, 1);
}

/// The lines that begin with `Content-Type`, as far as the limit.
static size_t content_types(const uint8_t *bytes, size_t length) {
    static const char name[] = "content-type";
    size_t count = 0, at = 0;
    while (at + sizeof name < length && count <= MAXIMUM_CONTENT_TYPES) {
        if (g_ascii_strncasecmp((const char *)bytes + at, name, sizeof name - 1) == 0) count++;
        const uint8_t *end = memchr(bytes + at, '\n', length - at);
        if (!end) break;
        at = (size_t)(end - bytes) + 1;
    }
    return count;
}

/// The length of the headers with the empty line behind them.
static size_t header_length(const uint8_t *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        const uint8_t *end = memchr(bytes + at, '\n', length - at);
        if (!end) return length;
        size_t next = (size_t)(end - bytes) + 1;
        if (next - at == 1 || (next - at == 2 && bytes[at] == '\r')) return next;
        at = next;
    }
    return length;
}

mime_message *mime_message_parse(const uint8_t *bytes, size_t length) {
    begin();
    bool is_too_deep = content_types(bytes, length) > MAXIMUM_CONTENT_TYPES;
    size_t headers = header_length(bytes, length);
    if (is_too_deep) length = headers;
    GByteArray *completed = NULL;
    if (headers == length && !mime_ends_headers(bytes, length)) {
        completed = mime_completed_headers(bytes, length);
        bytes = completed->data;
        headers = length = completed->len;
    }
    GByteArray *repaired = mime_repaired_headers((const char *)bytes, headers);
    GMimeStream *stream;
    if (repaired) {
        g_byte_array_append(repaired, bytes + headers, (guint)(length - headers));
        stream = g_mime_stream_mem_new_with_byte_array(repaired);
        g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), TRUE);
    } else {
        stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, length);
    }
    if (completed) g_byte_array_free(completed, TRUE);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
    GMimeMessage *message = g_mime_parser_construct_message(parser, options);
    g_object_unref(parser);
    g_object_unref(stream);
    if (!message) return NULL;
    if (g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message))) == 0) {
        g_object_unref(message);
        return NULL;
    }
    mime_message *made = g_new0(mime_message, 1);
    made->message = message;
    made->strings = g_ptr_array_new_with_free_func(g_free);
    made->texts = g_array_new(FALSE, TRUE, sizeof(mime_text));
    made->is_too_deep = is_too_deep;
    return made;
}

void mime_message_destroy(mime_message *message) {
    if (!message) return;
    g_object_unref(message->message);
    g_ptr_array_free(message->strings, TRUE);
    g_array_free(message->texts, TRUE);
    g_free(message);
}

static GMimeHeader *header(const mime_message *message, const char *name) {
    return g_mime_header_list_get_header(
        g_mime_object_get_header_list(GMIME_OBJECT(message->message)), name);
}

const char *mime_message_header(const mime_message *message, const char *name) {
    GMimeHeader *found = header(message, name);
    return found ? g_mime_header_get_value(found) : NULL;
}

const char *mime_message_raw_header(const mime_message *message, const char *name) {
    GMimeHeader *found = header(message, name);
    return found ? g_mime_header_get_raw_value(found) : NULL;
}

/// The first mailbox of a list; groups are looked into one level deep.
static InternetAddress *first_mailbox(InternetAddressList *list) {
    int count = list ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count; i++) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address)) return address;
    }
    return NULL;
}

const char *mime_message_from_name(mime_message *message) {
    InternetAddress *address = first_mailbox(g_mime_message_get_from(message->message));
    return address ? internet_address_get_name(address) : NULL;
}

const char *mime_message_from_address(mime_message *message) {
    InternetAddress *address = first_mailbox(g_mime_message_get_from(message->message));
    return address ? internet_address_mailbox_get_addr((InternetAddressMailbox *)address) : NULL;
}

const char *mime_message_address(mime_message *message, const char *name) {
    const char *value = mime_message_raw_header(message, name);
    InternetAddressList *list = value ? internet_address_list_parse(options, value) : NULL;
    if (!list) return NULL;
    InternetAddress *address = first_mailbox(list);
    char *kept = NULL;
    if (address) {
        kept = g_strdup(internet_address_mailbox_get_addr((InternetAddressMailbox *)address));
        if (kept) g_ptr_array_add(message->strings, kept);
    }
    g_object_unref(list);
    return kept;
}

char *mime_decode_words(const char *words) {
    begin();
    return g_mime_utils_header_decode_text(options, words);
}

void mime_string_free(char *string) { g_free(string); }

bool mime_parse_date(const char *words, int64_t *seconds, int32_t *offset) {
    begin();
    GDateTime *date = g_mime_utils_header_decode_date(words);
    if (!date) return false;
    *seconds = g_date_time_to_unix(date);
    *offset = (int32_t)(g_date_time_get_utc_offset(date) / G_TIME_SPAN_SECOND);
    g_date_time_unref(date);
    return true;
}

static bool is_blank(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_isspace(bytes[i])) return false;
    return true;
}

/// Adds a part's text; whether it says anything.
static bool add_text(mime_message *message, GMimePart *part, bool is_html) {
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content || message->texts->len >= MAXIMUM_TEXTS) return false;
    GMimeStream *memory = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(content, memory);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
    if (bytes->len > MAXIMUM_TEXT_BYTES) g_byte_array_set_size(bytes, MAXIMUM_TEXT_BYTES);
    GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const char *charset = type ? g_mime_content_type_get_parameter(type, "charset") : NULL;
    const char *format = type ? g_mime_content_type_get_parameter(type, "format") : NULL;
    const char *delsp = type ? g_mime_content_type_get_parameter(type, "delsp") : NULL;
    bool is_seven_bit = true;
    for (guint i = 0; i < bytes->len && is_seven_bit; i++)
        is_seven_bit = bytes->data[i] < 0x80 && bytes->data[i] != 0x1B;
    bool is_utf16 = charset
        && (g_ascii_strncasecmp(charset, "utf-16", 6) == 0
            || g_ascii_strncasecmp(charset, "utf-7", 5) == 0
            || g_ascii_strncasecmp(charset, "utf-32", 6) == 0
            || g_ascii_strncasecmp(charset, "hz", 2) == 0);
    GByteArray *decoded = NULL;
    bool is_utf8 = is_seven_bit && !is_utf16;
    if (!is_utf8 && charset) {
        bool says_utf8 = g_ascii_strcasecmp(charset, "utf-8") == 0
            || g_ascii_strcasecmp(charset, "utf8") == 0;
        if (says_utf8 || g_ascii_strcasecmp(charset, "us-ascii") == 0)
            is_utf8 = g_utf8_validate_len((const char *)bytes->data, bytes->len, NULL);
        else if ((decoded = mime_converted(bytes, charset)))
            is_utf8 = true;
    }
    const GByteArray *kept = decoded ? decoded : bytes;
    bool says_something = !is_blank((const char *)kept->data, kept->len);
    if (says_something) {
        char *copy = g_malloc(kept->len + 1);
        memcpy(copy, kept->data, kept->len);
        copy[kept->len] = 0;
        g_ptr_array_add(message->strings, copy);
        mime_text text = {copy, kept->len, is_utf8, is_html, false, false};
        text.is_flowed = !is_html && format && g_ascii_strcasecmp(format, "flowed") == 0;
        text.deletes_space = delsp && g_ascii_strcasecmp(delsp, "yes") == 0;
        g_array_append_val(message->texts, text);
    }
    if (decoded) g_byte_array_free(decoded, TRUE);
    g_object_unref(memory);
    return says_something;
}

static bool is_type(GMimeObject *object, const char *type, const char *subtype) {
    GMimeContentType *found = g_mime_object_get_content_type(object);
    return found && g_mime_content_type_is_type(found, type, subtype);
}

static bool is_attachment(GMimeObject *object) {
    const char *disposition = g_mime_object_get_disposition(object);
    return disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

typedef struct {
    GMimeObject *object;
    /// The `multipart/alternative` around, of which one part is read; 0 for none.
    int alternative;
    int depth;
} place;

/// How much a part is wanted among alternatives: plain words, then parts that may hold them.
static int rank(GMimeObject *object) {
    if (is_type(object, "text", "plain")) return 0;
    if (GMIME_IS_MULTIPART(object)) return 1;
    return is_type(object, "text", "html") ? 2 : 3;
}

/// Adds what is to be read of a multipart; `groups` holds the group around each group.
static void push_children(GArray *stack, GMimeMultipart *multipart, place at, GArray *groups) {
    int count = g_mime_multipart_get_count(multipart);
    GMimeObject *object = GMIME_OBJECT(multipart);
    if (count > 10000) count = 10000;
    bool reads_first = is_type(object, "multipart", "signed")
        || is_type(object, "multipart", "related");
    bool is_choice = is_type(object, "multipart", "alternative");
    if (is_type(object, "multipart", "encrypted")) return;
    if (reads_first && count > 1) count = 1;
    int group = at.alternative;
    if (is_choice) {
        group = (int)groups->len;
        g_array_append_val(groups, at.alternative);
    }
    // What is pushed last is read first: the wanted alternatives in front, else the order there.
    for (int rank_wanted = is_choice ? 3 : 0; rank_wanted >= 0; rank_wanted--) {
        for (int i = count - 1; i >= 0; i--) {
            GMimeObject *child = g_mime_multipart_get_part(multipart, i);
            if (!child || (is_choice && rank(child) != rank_wanted)) continue;
            place next = {child, group, at.depth + 1};
            g_array_append_val(stack, next);
        }
    }
}

/// Reads the texts of a message without following messages inside it; those are put into `inner`.
static void read_texts(mime_message *message, GMimeObject *root, GPtrArray *inner) {
    GArray *stack = g_array_new(FALSE, FALSE, sizeof(place));
    GHashTable *satisfied = g_hash_table_new(g_direct_hash, g_direct_equal);
    GArray *groups = g_array_sized_new(FALSE, TRUE, sizeof(int), 1);
    g_array_set_size(groups, 1);
    place first = {root, 0, 0};
    if (root) g_array_append_val(stack, first);
    while (stack->len > 0) {
        place at = g_array_index(stack, place, stack->len - 1);
        g_array_set_size(stack, stack->len - 1);
        if (at.depth > MAXIMUM_DEPTH) {
            message->is_too_deep = true;
        } else if (at.alternative
                   && g_hash_table_contains(satisfied, GINT_TO_POINTER(at.alternative))) {
            continue;
        } else if (GMIME_IS_MULTIPART(at.object)) {
            push_children(stack, GMIME_MULTIPART(at.object), at, groups);
        } else if (GMIME_IS_MESSAGE_PART(at.object)) {
            GMimeMessage *held = g_mime_message_part_get_message((GMimeMessagePart *)at.object);
            if (held) g_ptr_array_add(inner, held);
            message->attachments++;
        } else if (GMIME_IS_PART(at.object)) {
            bool is_html = is_type(at.object, "text", "html");
            bool is_text = is_html || is_type(at.object, "text", "plain")
                || is_type(at.object, "text", "markdown");
            if (!is_text || is_attachment(at.object)) {
                if (!is_type(at.object, "application", "pgp-signature")) message->attachments++;
            } else if (add_text(message, GMIME_PART(at.object), is_html)) {
                for (int group = at.alternative; group; group = g_array_index(groups, int, group))
                    g_hash_table_add(satisfied, GINT_TO_POINTER(group));
            }
        }
    }
    g_hash_table_destroy(satisfied);
    g_array_free(groups, TRUE);
    g_array_free(stack, TRUE);
}

static void read_all(mime_message *message) {
    if (message->has_texts) return;
    message->has_texts = true;
    GPtrArray *inner = g_ptr_array_new();
    GMimeMessage *at = message->message;
    // A message without words of its own that hands on another one says what that says.
    for (int depth = 0; at && depth < 8; depth++) {
        g_ptr_array_set_size(inner, 0);
        read_texts(message, g_mime_message_get_mime_part(at), inner);
        if (message->texts->len > 0 || inner->len == 0) break;
        at = g_ptr_array_index(inner, 0);
    }
    g_ptr_array_free(inner, TRUE);
}

size_t mime_message_text_count(mime_message *message) {
    read_all(message);
    return message->texts->len;
}

bool mime_message_text(mime_message *message, size_t index, mime_text *text) {
    read_all(message);
    if (index >= message->texts->len) return false;
    *text = g_array_index(message->texts, mime_text, index);
    return true;
}

const char *mime_message_boundary(const mime_message *message) {
    GMimeObject *part = g_mime_message_get_mime_part(message->message);
    GMimeContentType *type = part ? g_mime_object_get_content_type(part) : NULL;
    if (!type || !g_mime_content_type_is_type(type, "multipart", "*")) return NULL;
    return g_mime_content_type_get_parameter(type, "boundary");
}

size_t mime_message_attachment_count(mime_message *message) {
    read_all(message);
    return message->attachments;
}

bool mime_message_is_too_deep(mime_message *message) {
    read_all(message);
    return message->is_too_deep;
}
