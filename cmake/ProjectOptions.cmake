# SPDX-FileCopyrightText: Microcycle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# How every target is compiled: language level, warnings, strict Qt, hardening, ccache, linker.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(MICROCYCLE_WERROR "Treat warnings as errors" OFF)
option(MICROCYCLE_PCH "Use precompiled headers" ON)
option(MICROCYCLE_UNITY "Compile several sources of a folder at once: a third of the time from nothing" ON)
set(MICROCYCLE_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")
option(MICROCYCLE_COVERAGE "Instrument for coverage" OFF)
option(MICROCYCLE_BENCH "Offer the benchmarks of tests/bench even without the tests" OFF)
option(MICROCYCLE_FUZZ "Offer the fuzz targets of tests/fuzz; needs clang" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE_PROGRAM}")
endif()
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM AND NOT APPLE AND NOT MSVC)
    add_link_options(-fuse-ld=lld)
endif()

add_library(project_options INTERFACE)
target_include_directories(project_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(project_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 MICROCYCLE_VERSION="${PROJECT_VERSION}")

if(MSVC)
    target_compile_options(project_options INTERFACE /W4 /utf-8 $<$<BOOL:${MICROCYCLE_WERROR}>:/WX>)
else()
    target_compile_options(project_options INTERFACE
        -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wno-missing-field-initializers
        -fstack-protector-strong $<$<BOOL:${MICROCYCLE_WERROR}>:-Werror>)
    if(NOT APPLE)
        target_link_options(project_options INTERFACE -Wl,-z,relro,-z,now)
    endif()
    target_compile_definitions(project_options INTERFACE
        $<$<CONFIG:Release>:_FORTIFY_SOURCE=2> _GLIBCXX_ASSERTIONS)
endif()
if(MICROCYCLE_SANITIZE)
    target_compile_options(project_options INTERFACE -fsanitize=${MICROCYCLE_SANITIZE} -fno-sanitize-recover=all
                                                     -fno-omit-frame-pointer)
    target_link_options(project_options INTERFACE -fsanitize=${MICROCYCLE_SANITIZE})
endif()
if(MICROCYCLE_COVERAGE)
    target_compile_options(project_options INTERFACE --coverage -O0)
    target_link_options(project_options INTERFACE --coverage)
endif()
