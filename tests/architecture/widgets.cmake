# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a widget knows how something is sent or stored: whatever it shows comes to it as a value
# or an item model of the folders in between.
# Run as: cmake -DROOT=<project>/src -P widgets.cmake
cmake_minimum_required(VERSION 3.25)

set(lower_folders api store)
# Words that are something else in ui/ as well, and that nothing there takes from these folders.
set(other_meanings Call Draft Lane Wire)

set(names "")
foreach(folder IN LISTS lower_folders)
    file(GLOB headers ${ROOT}/${folder}/*.h)
    foreach(header IN LISTS headers)
        file(STRINGS ${header} lines REGEX "^(class|struct|enum class) [A-Z]")
        foreach(line IN LISTS lines)
            string(REGEX REPLACE "^(class|struct|enum class) ([A-Za-z0-9]+).*" "\\2" name "${line}")
            list(APPEND names ${name})
        endforeach()
    endforeach()
endforeach()
list(REMOVE_DUPLICATES names)
list(REMOVE_ITEM names ${other_meanings})
list(LENGTH names count)
if(count LESS 20)
    message(FATAL_ERROR "No types found below ${ROOT}")
endif()
list(JOIN names "|" pattern)

set(broken "")
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp)
foreach(file IN LISTS files)
    file(STRINGS ${ROOT}/${file} lines REGEX "(^|[^A-Za-z0-9_])(${pattern})([^A-Za-z0-9_]|$)")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "\"[^\"]*\"" "" line "${line}")
        string(REGEX REPLACE "//.*" "" line "${line}")
        string(REGEX MATCH "(^|[^A-Za-z0-9_])(${pattern})([^A-Za-z0-9_]|$)" used "${line}")
        if(used)
            string(STRIP "${line}" line)
            string(APPEND broken "\n  ${file}: ${CMAKE_MATCH_2} in ${line}")
        endif()
    endforeach()
endforeach()
if(broken)
    message(FATAL_ERROR "Widgets name what api/ and store/ keep to themselves; give them a value of "
        "registry/, session/ or lists/ instead:${broken}")
endif()
