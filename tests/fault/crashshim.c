// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library: at the chosen call that would change a file of a folder the process ends without a word,
// or the call fails as it does on a disk that is full or broken, and those after it.
//   CRASH_FOLDER  only files below it count
//   CRASH_AT      number of the call, from 1; 0 only counts
//   CRASH_TORN    1: half of it is written first
//   CRASH_ERROR   errno of the failure; without it the process ends
//   CRASH_COUNT   how many calls in a row fail, 1 unless told
// At an ordinary end "calls N" is written to standard error.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { crashed = 77 };

enum fate { goesOn, fails, isHalved };

static long calls;

static const char *folder(void)
{
    const char *text = getenv("CRASH_FOLDER");
    return text ? text : "/nonexistent";
}

static long number(const char *name, long otherwise)
{
    const char *text = getenv(name);
    return text ? atol(text) : otherwise;
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

static int isTorn(void)
{
    return number("CRASH_TORN", 0) == 1;
}

/* What becomes of this call. Where the process ends, half of a write may come first. */
static enum fate fate(void)
{
    const long at = number("CRASH_AT", 0);
    const long error = number("CRASH_ERROR", 0);
    const long call = ++calls;
    if (at == 0 || call < at || call >= at + number("CRASH_COUNT", 1))
        return goesOn;
    if (call == at && isTorn())
        return isHalved;
    if (error == 0)
        _exit(crashed);
    errno = (int)error;
    return fails;
}

/* The same of a call that cannot be done by halves. */
static int isLast(void)
{
    const enum fate what = fate();
    if (what == isHalved && number("CRASH_ERROR", 0) == 0)
        _exit(crashed);
    if (what == isHalved)
        errno = (int)number("CRASH_ERROR", 0);
    return what != goesOn;
}

#define REAL(name) __extension__ ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRITER(name, parameters, whole, half)                                                                          \
    ssize_t name parameters                                                                                            \
    {                                                                                                                  \
        static __typeof__(&name) real;                                                                                 \
        if (!real)                                                                                                     \
            real = REAL(name);                                                                                         \
        const enum fate what = isOurs(file) ? fate() : goesOn;                                                         \
        if (what == fails)                                                                                             \
            return -1;                                                                                                 \
        if (what == goesOn)                                                                                            \
            return whole;                                                                                              \
        const ssize_t written = half;                                                                                  \
        if (number("CRASH_ERROR", 0) == 0)                                                                             \
            _exit(crashed);                                                                                            \
        return written;                                                                                                \
    }

WRITER(write, (int file, const void *bytes, size_t size), real(file, bytes, size), real(file, bytes, size / 2))
WRITER(pwrite, (int file, const void *bytes, size_t size, off_t at), real(file, bytes, size, at),
    real(file, bytes, size / 2, at))
WRITER(pwrite64, (int file, const void *bytes, size_t size, off64_t at), real(file, bytes, size, at),
    real(file, bytes, size / 2, at))

/* Nothing here loses power, so what is written need not be waited for. */
int fsync(int file)
{
    return isOurs(file) && isLast() ? -1 : 0;
}

int fdatasync(int file)
{
    return isOurs(file) && isLast() ? -1 : 0;
}

int ftruncate(int file, off_t size)
{
    return isOurs(file) && isLast() ? -1 : REAL(ftruncate)(file, size);
}

int ftruncate64(int file, off64_t size)
{
    return isOurs(file) && isLast() ? -1 : REAL(ftruncate64)(file, size);
}

int rename(const char *from, const char *to)
{
    return isPathOurs(to) && isLast() ? -1 : REAL(rename)(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    return isPathOurs(to) && isLast() ? -1 : REAL(renameat2)(fromFolder, from, toFolder, to, flags);
}

int unlink(const char *path)
{
    return isPathOurs(path) && isLast() ? -1 : REAL(unlink)(path);
}

/* A file that is not there yet needs room as well. */
static int mayNotMake(const char *path, int flags)
{
    struct stat there;
    return (flags & O_CREAT) && number("CRASH_ERROR", 0) != 0 && isPathOurs(path) && stat(path, &there) != 0 && isLast();
}

#define OPENER(name)                                                                                                   \
    int name(const char *path, int flags, ...)                                                                         \
    {                                                                                                                  \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        const mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;                                              \
        va_end(rest);                                                                                                  \
        return mayNotMake(path, flags) ? -1 : REAL(name)(path, flags, mode);                                           \
    }

OPENER(open)
OPENER(open64)

__attribute__((destructor)) static void tell(void)
{
    char text[40];
    const int length = snprintf(text, sizeof text, "calls %ld\n", calls);
    if (getenv("CRASH_FOLDER") && REAL(write)(2, text, (size_t)length) < 0)
        _exit(1);
}
