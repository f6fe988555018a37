// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library: the process ends without a word at the chosen call that would change a file of a folder,
// once before the call and once after half of what it would have written.
//   CRASH_FOLDER  only files below it count
//   CRASH_AT      number of the call, from 1; 0 only counts
//   CRASH_TORN    1: half of it is written first
// At an ordinary end "calls N" is written to standard error.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { crashed = 77 };

static long calls;

static const char *folder(void)
{
    const char *text = getenv("CRASH_FOLDER");
    return text ? text : "/nonexistent";
}

static int isPathOurs(const char *path)
{
    return strncmp(path, folder(), strlen(folder())) == 0;
}

static int isOurs(int file)
{
    char link[64];
    char path[PATH_MAX];
    const int saved = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    errno = saved;
    if (length < 0)
        return 0;
    path[length] = 0;
    return isPathOurs(path);
}

/* Whether this is the call at which the process ends. */
static int isLast(void)
{
    const char *at = getenv("CRASH_AT");
    return ++calls == (at ? atol(at) : 0);
}

static int isTorn(void)
{
    const char *torn = getenv("CRASH_TORN");
    return torn && *torn == '1';
}

#define REAL(name) __extension__ ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRITER(name, parameters, whole, half)                                                                          \
    ssize_t name parameters                                                                                            \
    {                                                                                                                  \
        static __typeof__(&name) real;                                                                                 \
        if (!real)                                                                                                     \
            real = REAL(name);                                                                                         \
        if (isOurs(file) && isLast()) {                                                                                \
            if (isTorn())                                                                                              \
                (void)!half;                                                                                           \
            _exit(crashed);                                                                                            \
        }                                                                                                              \
        return whole;                                                                                                  \
    }

WRITER(write, (int file, const void *bytes, size_t size), real(file, bytes, size), real(file, bytes, size / 2))
WRITER(pwrite, (int file, const void *bytes, size_t size, off_t at), real(file, bytes, size, at),
    real(file, bytes, size / 2, at))
WRITER(pwrite64, (int file, const void *bytes, size_t size, off64_t at), real(file, bytes, size, at),
    real(file, bytes, size / 2, at))

/* Nothing here loses power, so what is written need not be waited for. */
int fsync(int file)
{
    if (isOurs(file) && isLast())
        _exit(crashed);
    return 0;
}

int fdatasync(int file)
{
    if (isOurs(file) && isLast())
        _exit(crashed);
    return 0;
}

int ftruncate(int file, off_t size)
{
    if (isOurs(file) && isLast())
        _exit(crashed);
    return REAL(ftruncate)(file, size);
}

int ftruncate64(int file, off64_t size)
{
    if (isOurs(file) && isLast())
        _exit(crashed);
    return REAL(ftruncate64)(file, size);
}

int rename(const char *from, const char *to)
{
    if (isPathOurs(to) && isLast())
        _exit(crashed);
    return REAL(rename)(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    if (isPathOurs(to) && isLast())
        _exit(crashed);
    return REAL(renameat2)(fromFolder, from, toFolder, to, flags);
}

int unlink(const char *path)
{
    if (isPathOurs(path) && isLast())
        _exit(crashed);
    return REAL(unlink)(path);
}

__attribute__((destructor)) static void tell(void)
{
    char text[40];
    const int length = snprintf(text, sizeof text, "calls %ld\n", calls);
    if (getenv("CRASH_FOLDER") && REAL(write)(2, text, (size_t)length) < 0)
        _exit(1);
}
