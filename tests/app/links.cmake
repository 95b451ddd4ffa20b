# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when the window's program is linked with Qt Charts or Qt OpenGL, which only the module of the
# charts may be, or when that module is linked with nothing of it any more. (libGL and the like come
# with Qt Gui where the linker does not leave out what is not used.)
# Run as: cmake -DREADELF=... -DPROGRAM=... -DMODULE=... -P links.cmake
cmake_minimum_required(VERSION 3.25)

# needed(FILE RESULT): the libraries that FILE names itself; those that they name come with them.
function(needed file result)
    execute_process(COMMAND ${READELF} -d ${file} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "NEEDED[^\n]*\\[[^]\n]*" lines "${dynamic}")
    if(NOT lines)
        message(FATAL_ERROR "${file} needs no library")
    endif()
    set(${result} ${lines} PARENT_SCOPE)
endfunction()

set(unwanted "libQt6(Charts|OpenGL|Quick|Qml)")
needed(${PROGRAM} libraries)
list(FILTER libraries INCLUDE REGEX "${unwanted}")
if(libraries)
    message(FATAL_ERROR "The program loads what only charts need: ${libraries}")
endif()
needed(${MODULE} libraries)
list(FILTER libraries INCLUDE REGEX "libQt6Charts")
if(NOT libraries)
    message(FATAL_ERROR "${MODULE} draws no charts")
endif()
