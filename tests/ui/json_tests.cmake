# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/ui/json; included by CMakeLists.txt.
foreach(name jsondocument jsoneditor jsonfindbar jsontextedit jsonform jsonwording jsontreemodel
        jsontreeview jsonrepairdialog jsondifferencedialog jsonsubtreedialog jsonschemachoice
        picturesfield starsfield)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/tst_${name}.cpp)
        modelscribe_add_test(tst_${name} modelscribe_ui)
    endif()
endforeach()
