# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when the functions of one class are spread over several .cpp files of src/: where a class needs
# a second file it is two classes.
# Run as: cmake -DROOT=<project>/src -P classes.cmake
cmake_minimum_required(VERSION 3.25)

# Being cut into classes of one job each. An entry that is no longer needed fails, so the list gets
# shorter and never longer.
set(still_spread)

set(broken "")
set(spread "")
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/*.cpp)
list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "No source files below ${ROOT}")
endif()
foreach(file IN LISTS files)
    # A definition begins its line, and nothing but its type stands before the class.
    file(STRINGS ${ROOT}/${file} lines
        REGEX "^([A-Za-z_][^(=;\"]*[ *&])?([A-Z][A-Za-z0-9_]*::)+(~?[A-Za-z_][A-Za-z0-9_]*|operator[^(]+)\\(")
    file(STRINGS ${ROOT}/${file} scopes REGEX "^namespace [a-z]")
    list(JOIN scopes "" scope)
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^([^(=;\"]*[ *&])?(([A-Z][A-Za-z0-9_]*::)+)[^:]*\\(.*$" "\\2" class "${line}")
        string(REGEX REPLACE "::$" "" class "${class}")
        string(MAKE_C_IDENTIFIER "${scope} ${class}" key)
        if(NOT DEFINED file_of_${key})
            set(file_of_${key} ${file})
        elseif(NOT file IN_LIST file_of_${key})
            list(APPEND file_of_${key} ${file})
            list(APPEND spread ${key})
            set(class_of_${key} ${class})
        endif()
    endforeach()
endforeach()
list(REMOVE_DUPLICATES spread)
set(names "")
foreach(key IN LISTS spread)
    list(APPEND names ${class_of_${key}})
    if(NOT class_of_${key} IN_LIST still_spread)
        list(JOIN file_of_${key} ", " places)
        string(APPEND broken "\n  ${class_of_${key}}: ${places}")
    endif()
endforeach()
if(broken)
    message(FATAL_ERROR "These classes have functions in several files:${broken}")
endif()
foreach(name IN LISTS still_spread)
    if(NOT name IN_LIST names)
        message(FATAL_ERROR "${name} is in one file now: take it out of the list in classes.cmake")
    endif()
endforeach()
