#include "CGMime.h"

#include <gmime/gmime.h>

const char *mime_library_version(void) {
    static char version[32];
    g_snprintf(
        version, sizeof version, "%u.%u.%u", gmime_major_version, gmime_minor_version,
        gmime_micro_version);
    return version;
}
