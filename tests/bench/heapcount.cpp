// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/heapcount.h"

#include <atomic>
#include <cerrno>
#include <malloc.h>

// Qt asks malloc() itself, so operator new would see little of it; these stand in front of the library's own.
extern "C" {
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);
}

namespace {

std::atomic<qint64> held = 0;
std::atomic<qint64> peak = 0;

void *counted(void *block)
{
    const qint64 now = held += qint64(malloc_usable_size(block));
    if (now > peak)
        peak = now;
    return block;
}

void uncount(void *block)
{
    held -= qint64(malloc_usable_size(block));
}

}

extern "C" {

void *malloc(size_t size)
{
    return counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return counted(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size)
{
    const qint64 before = qint64(malloc_usable_size(block));
    void *moved = __libc_realloc(block, size);
    if (moved || size == 0)
        held -= before;
    return counted(moved);
}

void *memalign(size_t alignment, size_t size)
{
    return counted(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    *block = memalign(alignment, size);
    return *block ? 0 : ENOMEM;
}

void free(void *block)
{
    uncount(block);
    __libc_free(block);
}
}

namespace bench {

qint64 heldBytes()
{
    return held;
}

qint64 peakBytes()
{
    return peak;
}

void forgetPeak()
{
    peak = qint64(held);
}

}
