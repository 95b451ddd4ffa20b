# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a text of the sources is missing in a catalogue. Run by ctest with ROOT, WORK and
# LUPDATE; updates copies, never the catalogues themselves.
function(check catalogue)
    file(COPY ${ROOT}/translations/${catalogue}.ts DESTINATION ${WORK})
    execute_process(
        COMMAND ${LUPDATE} -silent -no-obsolete -locations none ${ARGN} -I ${ROOT}/src ${ROOT}/src ${ROOT}/ui
            -ts ${WORK}/${catalogue}.ts
        COMMAND_ERROR_IS_FATAL ANY)
    file(READ ${WORK}/${catalogue}.ts text)
    string(REGEX MATCHALL "<source>[^<]*</source>[^/]*(<comment>[^<]*</comment>[^/]*)?type=\"unfinished\""
        open "${text}")
    if(text MATCHES "type=\"unfinished\"")
        message(FATAL_ERROR "${catalogue}.ts: run ninja update_translations and translate\n${open}")
    endif()
endfunction()

check(modelscribe_zh_CN)
check(modelscribe_en -pluralonly)
