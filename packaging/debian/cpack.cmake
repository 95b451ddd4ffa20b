# SPDX-License-Identifier: GPL-3.0-or-later
# The packages for the Debian or Ubuntu that cpack runs on. Read by cpack, after the configuration
# that packaging/CMakeLists.txt made.

# The time of everything in the packages: of the last commit, or in a tarball, whose files all have
# that time, of any file.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND git -C ${CPACK_MODELSCRIBE_SOURCE_DIR} log -1 --format=%ct
        OUTPUT_VARIABLE time OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(NOT time MATCHES "^[0-9]+$" OR NOT EXISTS ${CPACK_MODELSCRIBE_SOURCE_DIR}/.git)
        file(TIMESTAMP ${CPACK_MODELSCRIBE_SOURCE_DIR}/CMakeLists.txt time %s UTC)
    endif()
    set(ENV{SOURCE_DATE_EPOCH} ${time})
endif()

# "0.1.0-1~deb12": the same version for a later release of the system is a newer package.
cmake_host_system_information(RESULT system QUERY DISTRIB_INFO)
if(system_ID STREQUAL "debian")
    set(system deb${system_VERSION_ID})
else()
    set(system ${system_ID}${system_VERSION_ID})
endif()
set(CPACK_DEBIAN_PACKAGE_VERSION ${CPACK_PACKAGE_VERSION})
set(CPACK_DEBIAN_PACKAGE_RELEASE 1~${system})
set(ENV{MODELSCRIBE_DEBIAN_VERSION} ${CPACK_PACKAGE_VERSION}-1~${system})

# packages_of(RESULT PLUGIN...): the packages that have these plugins of Qt. Nothing is linked with
# them, so nothing computes them; and Debian 13 has cut some off from the library they belong to.
# Where library and plugin are one package still, linking with the library names it.
function(packages_of result)
    set(packages "")
    foreach(plugin IN LISTS ARGN)
        execute_process(COMMAND dpkg-query -S "*/qt6/plugins/${plugin}.so"
            OUTPUT_VARIABLE owner ERROR_VARIABLE problem)
        if(NOT owner MATCHES "^([^:, ]+)")
            message(FATAL_ERROR "No package has ${plugin}, which is needed at run time: ${problem}")
        endif()
        set(package ${CMAKE_MATCH_1})
        execute_process(COMMAND dpkg-query -L ${package} OUTPUT_VARIABLE files)
        if(NOT files MATCHES "/libQt6[A-Za-z]+[.]so[.]")
            list(APPEND packages ${package})
        endif()
    endforeach()
    list(REMOVE_DUPLICATES packages)
    list(JOIN packages ", " packages)
    set(${result} "${packages}" PARENT_SCOPE)
endfunction()

unset(CPACK_PACKAGE_DESCRIPTION_SUMMARY) # each package has its own
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${CPACK_PACKAGE_CONTACT}")
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME modelscribe)
set(CPACK_DEBIAN_WINDOW_PACKAGE_SECTION science)
packages_of(plugins sqldrivers/libqsqlite tls/libqopensslbackend platforms/libqxcb
    iconengines/libqsvgicon imageformats/libqsvg imageformats/libqjpeg)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS "${plugins}, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS
    "modelscribe-cli, qt6-wayland, qt6-translations-l10n, fonts-wqy-microhei | fonts-noto-cjk")
set(CPACK_DEBIAN_WINDOW_PACKAGE_SUGGESTS "qt6-image-formats-plugins")
set(CPACK_COMPONENT_WINDOW_DESCRIPTION "browse and edit the metadata of models in a registry
ModelScribe is a desktop program for the model registry of Alibaba Cloud PAI.
It shows all models of a workspace in one list, finds them by a query
language, and edits what is recorded about them, one or thousands at a time.

Every save is reviewed as a plan of exact requests before it is sent, unsent
edits are drafts that survive a crash, and what was written can be reverted.
An embedded local registry with sample models is there to try it without an
account.")

set(CPACK_DEBIAN_CLI_PACKAGE_NAME modelscribe-cli)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION science)
packages_of(plugins sqldrivers/libqsqlite tls/libqopensslbackend)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "${plugins}, libsecret-1-0, ca-certificates")
set(CPACK_DEBIAN_CLI_PACKAGE_SUGGESTS "modelscribe, bash-completion")
set(CPACK_COMPONENT_CLI_DESCRIPTION "list and edit models of a registry on the command line
modelscribe-cli lists, creates, edits and deletes models in the model registry
of Alibaba Cloud PAI, one or thousands at a time, for people and for scripts:
tables, JSON and CSV, plans that are shown before they are sent, and exit
codes that tell what happened.

It shares connections, drafts and the journal with the desktop program
modelscribe, which is not needed, and serves a local registry to try scripts
on.")
