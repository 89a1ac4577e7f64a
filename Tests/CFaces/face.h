// What the drivers of the C faces share.

#ifndef FACE_H
#define FACE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Where all bytes that were handed out end, so that each of them is read.
static volatile unsigned char used;

static inline void use_bytes(const void *bytes, size_t length) {
    const unsigned char *next = bytes;
    for (size_t i = 0; i < length; i++) used ^= next[i];
}

static inline void use(const char *text) {
    if (text) use_bytes(text, strlen(text) + 1);
}

/// The bytes of a file, to be freed; ends the program where it cannot be read.
static inline uint8_t *contents(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) {
        perror(path);
        exit(2);
    }
    long size = ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(size > 0 ? (size_t)size : 1);
    *length = fread(bytes, 1, (size_t)size, file);
    fclose(file);
    return bytes;
}

#endif
