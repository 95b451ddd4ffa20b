# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/ui/edit and src/ui/review; included by CMakeLists.txt.
foreach(name tst_fieldeditors tst_modelform tst_extrainfoeditor tst_labelseditor tst_editorpane
        tst_linediff tst_changerows tst_reviewdialog tst_editplaintext)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp)
        modelscribe_add_test(${name} modelscribe_ui)
    endif()
endforeach()

# Not a test: "editpictures DIR" saves pictures to look at.
add_executable(editpictures EXCLUDE_FROM_ALL editpictures.cpp)
target_link_libraries(editpictures PRIVATE Qt6::Test modelscribe_ui)
