<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>Update %n field(s)</source>
        <translation>
            <numerusform>Update %n field</numerusform>
            <numerusform>Update %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n label(s)</source>
        <translation>
            <numerusform>Remove %n label</numerusform>
            <numerusform>Remove %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n label(s)</source>
        <translation>
            <numerusform>Add %n label</numerusform>
            <numerusform>Add %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>Save %n change</numerusform>
            <numerusform>Save %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::Editing</name>
    <message numerus="yes">
        <source>%n change(s) saved.</source>
        <translation>
            <numerusform>%n change saved.</numerusform>
            <numerusform>%n changes saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::EditorPane</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::MainWindow</name>
    <message numerus="yes">
        <source>%n model(s) have unsaved changes</source>
        <translation>
            <numerusform>%n model has unsaved changes</numerusform>
            <numerusform>%n models have unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n draft(s) and quit</source>
        <translation>
            <numerusform>Discard %n draft and quit</numerusform>
            <numerusform>Discard %n drafts and quit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ProfilesDialog</name>
    <message numerus="yes">
        <source>It works: %n workspace(s).</source>
        <translation>
            <numerusform>It works: %n workspace.</numerusform>
            <numerusform>It works: %n workspaces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::StatusLine</name>
    <message numerus="yes">
        <source>%1 of %Ln model(s)</source>
        <translation>
            <numerusform>%1 of %Ln model</numerusform>
            <numerusform>%1 of %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
</context>
</TS>
