// zlib, libbz2 and liblzma, which give everything before a cut; libarchive's filters drop the last
// 64 KB before it.
#ifndef REJOINDER_CCOMPRESSORS_H
#define REJOINDER_CCOMPRESSORS_H

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>

/// The flag by which several streams one after the other are read as one.
static inline uint32_t rejoinder_lzma_concatenated(void) { return LZMA_CONCATENATED; }

#endif
