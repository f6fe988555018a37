# SPDX-FileCopyrightText: Microcycle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFOLDER=… -DNPM=… -P install.cmake: installs the judges that package-lock.json names, unless they are there.
# Without npm or network it only says so; the tests that need a judge then say that they had none.
if(EXISTS "${FOLDER}/node_modules/.package-lock.json" AND NOT "${FOLDER}/package-lock.json" IS_NEWER_THAN "${FOLDER}/node_modules/.package-lock.json")
    message(STATUS "The judges are installed already.")
    return()
endif()
if(NOT NPM)
    message(STATUS "npm is not installed: there will be no judge.")
    return()
endif()
execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY "${FOLDER}" RESULT_VARIABLE failed)
if(failed)
    message(STATUS "npm could not install the judges: there will be none.")
endif()
