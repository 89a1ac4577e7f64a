// libzstd: Zstandard frames, also those with a window of 2 GiB.
#ifndef REJOINDER_CLIBZSTD_H
#define REJOINDER_CLIBZSTD_H

#include <zstd.h>
#include <zstd_errors.h>

#endif
