# SPDX-FileCopyrightText: Microcycle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# One function per kind of target, so that a folder's CMakeLists says only what the folder is.

# add_unit(name [PCH core|widgets] LINKS lib…): a static library of every source in the current folder.
function(add_unit name)
    cmake_parse_arguments(UNIT "" "PCH" "LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    if(NOT sources)
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE project_options ${UNIT_LINKS})
        return()
    endif()
    add_library(${name} STATIC ${sources})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(${name} PUBLIC project_options ${UNIT_LINKS})
    use_precompiled_header(${name} "${UNIT_PCH}")
    compile_together(${name})
endfunction()

# compile_together(target): most of a small source's time goes into the headers it shares with its neighbours.
function(compile_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${MICROCYCLE_UNITY} UNITY_BUILD_BATCH_SIZE 8)
endfunction()

# use_precompiled_header(target core|widgets): one precompiled header serves all targets of a kind. Its owner links no
# more than the header needs, because a header made with more definitions than its user has would be refused.
function(use_precompiled_header target kind)
    if(MICROCYCLE_PCH AND kind)
        target_precompile_headers(${target} REUSE_FROM pch_${kind})
    endif()
endfunction()

function(add_precompiled_header kind)
    file(WRITE "${CMAKE_BINARY_DIR}/pch_${kind}.cpp.in" "// owner of a precompiled header\n")
    configure_file("${CMAKE_BINARY_DIR}/pch_${kind}.cpp.in" "${CMAKE_BINARY_DIR}/pch_${kind}.cpp" COPYONLY)
    add_library(pch_${kind} STATIC "${CMAKE_BINARY_DIR}/pch_${kind}.cpp")
    set_target_properties(pch_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(pch_${kind} PUBLIC project_options ${ARGN})
    target_precompile_headers(pch_${kind} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/pch_${kind}.h")
endfunction()

# A test is one source that includes its own moc file: calling moc for it alone spares a scan and an empty source of
# generated code for each of the many tests.
function(generate_test_moc target source)
    get_filename_component(name "${source}" NAME_WE)
    set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc_of_tests/${name}.moc")
    qt_generate_moc("${source}" "${moc}" TARGET ${target})
    target_sources(${target} PRIVATE "${moc}")
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc_of_tests")
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
endfunction()

# add_unit_tests(LINKS lib… [LABELS label…]): one program of every tst_*.cpp in the current folder
# and one test for each. It is called unit_<folders below tests/>, and as unit_program for the caller. The first folder
# below tests/ is a label too, and tests_<folder> builds all tests of it.
function(add_unit_tests)
    cmake_parse_arguments(TESTS "" "" "LINKS;LABELS" ${ARGN})
    file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
    string(REGEX REPLACE "/.*" "" layer "${folder}")
    string(REPLACE "/" "_" program "unit_${folder}")
    set(unit_program ${program} PARENT_SCOPE)
    file(GLOB sources CONFIGURE_DEPENDS tst_*.cpp)
    add_executable(${program} ${sources})
    target_link_libraries(${program} PRIVATE test_support ${TESTS_LINKS})
    use_precompiled_header(${program} widgets)
    if(NOT TARGET tests_${layer})
        add_custom_target(tests_${layer})
    endif()
    add_dependencies(tests_${layer} ${program})
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        generate_test_moc(${program} "${source}")
        add_test(NAME ${name} COMMAND ${program} ${name})
        set_tests_properties(${name} PROPERTIES LABELS "unit;${layer};${TESTS_LABELS}" TIMEOUT 120)
    endforeach()
endfunction()
