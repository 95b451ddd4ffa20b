<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Batch</name>
    <message numerus="yes">
        <source>So were %n more.</source>
        <translation>
            <numerusform>So was %n more.</numerusform>
            <numerusform>So were %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchEditText</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them changed in the registry since they were chosen.</source>
        <translation>
            <numerusform>%Ln of them changed in the registry since they were chosen.</numerusform>
            <numerusform>%Ln of them changed in the registry since they were chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are no longer in the list.</source>
        <translation>
            <numerusform>%Ln of them is no longer in the list.</numerusform>
            <numerusform>%Ln of them are no longer in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureGroup</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <comment>values</comment>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalRunTexts</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %Ln model(s)</source>
        <translation>
            <numerusform>at least %Ln model</numerusform>
            <numerusform>at least %Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonWording</name>
    <message numerus="yes">
        <source>%n trailing comma(s) removed</source>
        <translation>
            <numerusform>%n trailing comma removed</numerusform>
            <numerusform>%n trailing commas removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing comma(s) added</source>
        <translation>
            <numerusform>%n missing comma added</numerusform>
            <numerusform>%n missing commas added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing colon(s) added</source>
        <translation>
            <numerusform>%n missing colon added</numerusform>
            <numerusform>%n missing colons added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in single quotation marks put in double ones</source>
        <translation>
            <numerusform>%n text in single quotation marks put in double ones</numerusform>
            <numerusform>%n texts in single quotation marks put in double ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in typographic quotation marks put in plain ones</source>
        <translation>
            <numerusform>%n text in typographic quotation marks put in plain ones</numerusform>
            <numerusform>%n texts in typographic quotation marks put in plain ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) put in quotation marks</source>
        <translation>
            <numerusform>%n key put in quotation marks</numerusform>
            <numerusform>%n keys put in quotation marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) put in quotation marks</source>
        <translation>
            <numerusform>%n text put in quotation marks</numerusform>
            <numerusform>%n texts put in quotation marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) removed</source>
        <translation>
            <numerusform>%n comment removed</numerusform>
            <numerusform>%n comments removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Python word(s) such as True or None written as JSON does</source>
        <translation>
            <numerusform>%n Python word such as True or None written as JSON does</numerusform>
            <numerusform>%n Python words such as True or None written as JSON does</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) written as JSON does</source>
        <translation>
            <numerusform>%n number written as JSON does</numerusform>
            <numerusform>%n numbers written as JSON does</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open text(s) or bracket(s) closed at the end</source>
        <translation>
            <numerusform>%n open text or bracket closed at the end</numerusform>
            <numerusform>%n open texts or brackets closed at the end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code fence(s) around the text removed</source>
        <translation>
            <numerusform>%n code fence around the text removed</numerusform>
            <numerusform>%n code fences around the text removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) put into one list</source>
        <translation>
            <numerusform>%n value put into one list</numerusform>
            <numerusform>%n values put into one list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escapes removed from the whole text (%n time(s))</source>
        <translation>
            <numerusform>Escapes removed from the whole text (%n time)</numerusform>
            <numerusform>Escapes removed from the whole text (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backslash(es) doubled</source>
        <translation>
            <numerusform>%n backslash doubled</numerusform>
            <numerusform>%n backslashes doubled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n control character(s) written as escapes</source>
        <translation>
            <numerusform>%n control character written as escapes</numerusform>
            <numerusform>%n control characters written as escapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte order mark(s) removed</source>
        <translation>
            <numerusform>%n byte order mark removed</numerusform>
            <numerusform>%n byte order marks removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) around the value removed</source>
        <translation>
            <numerusform>%n text around the value removed</numerusform>
            <numerusform>%n texts around the value removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing brace(s) put around the members</source>
        <translation>
            <numerusform>%n missing brace put around the members</numerusform>
            <numerusform>%n missing braces put around the members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in parts joined</source>
        <translation>
            <numerusform>%n text in parts joined</numerusform>
            <numerusform>%n texts in parts joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing quotation mark(s) added</source>
        <translation>
            <numerusform>%n missing quotation mark added</numerusform>
            <numerusform>%n missing quotation marks added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation mark(s) inside a text escaped</source>
        <translation>
            <numerusform>%n quotation mark inside a text escaped</numerusform>
            <numerusform>%n quotation marks inside a text escaped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) without a value got null</source>
        <translation>
            <numerusform>%n key without a value got null</numerusform>
            <numerusform>%n keys without a value got null</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) with leading zeros kept as text.</source>
        <translation>
            <numerusform>%n number with leading zeros kept as text.</numerusform>
            <numerusform>%n numbers with leading zeros kept as text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) with leading zeros kept as text</source>
        <translation>
            <numerusform>%n number with leading zeros kept as text</numerusform>
            <numerusform>%n numbers with leading zeros kept as text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) such as np.float64(0.5) replaced by the value in it</source>
        <translation>
            <numerusform>%n call such as np.float64(0.5) replaced by the value in it</numerusform>
            <numerusform>%n calls such as np.float64(0.5) replaced by the value in them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing bracket(s) added</source>
        <translation>
            <numerusform>%n missing bracket added</numerusform>
            <numerusform>%n missing brackets added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bracket(s) of the wrong kind replaced</source>
        <translation>
            <numerusform>%n bracket of the wrong kind replaced</numerusform>
            <numerusform>%n brackets of the wrong kind replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) or object(s) in other brackets written as JSON does</source>
        <translation>
            <numerusform>%n list or object in other brackets written as JSON does</numerusform>
            <numerusform>%n lists or objects in other brackets written as JSON does</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) such as NaN or undefined replaced by null</source>
        <translation>
            <numerusform>%n word such as NaN or undefined replaced by null</numerusform>
            <numerusform>%n words such as NaN or undefined replaced by null</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extra bracket(s) removed</source>
        <translation>
            <numerusform>%n extra bracket removed</numerusform>
            <numerusform>%n extra brackets removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that were not UTF-8 replaced</source>
        <translation>
            <numerusform>%n place that was not UTF-8 replaced</numerusform>
            <numerusform>%n places that were not UTF-8 replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unusual space(s) replaced by plain ones</source>
        <translation>
            <numerusform>%n unusual space replaced by a plain one</numerusform>
            <numerusform>%n unusual spaces replaced by plain ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferText</name>
    <message numerus="yes">
        <source>label, %n value(s)</source>
        <translation>
            <numerusform>label, %n value</numerusform>
            <numerusform>label, %n values</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>Set %n label(s)</source>
        <translation>
            <numerusform>Set %n label</numerusform>
            <numerusform>Set %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n label(s) of which the registry kept the old value</source>
        <translation>
            <numerusform>Remove %n label of which the registry kept the old value</numerusform>
            <numerusform>Remove %n labels of which the registry kept the old value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWording</name>
    <message numerus="yes">
        <source>Saving %Ln model(s)</source>
        <translation>
            <numerusform>Saving %Ln model</numerusform>
            <numerusform>Saving %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln model(s) to go</source>
        <translation>
            <numerusform>Paused, %Ln model to go</numerusform>
            <numerusform>Paused, %Ln models to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) saved</source>
        <translation>
            <numerusform>%Ln model saved</numerusform>
            <numerusform>%Ln models saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln model(s) saved</source>
        <translation>
            <numerusform>%1 of %Ln model saved</numerusform>
            <numerusform>%1 of %Ln models saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved</source>
        <translation>
            <numerusform>%Ln saved</numerusform>
            <numerusform>%Ln saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln skipped</numerusform>
            <numerusform>%Ln skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unknown</numerusform>
            <numerusform>%Ln unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerbWording</name>
    <message numerus="yes">
        <source>%Ln of these models is not public now: everyone in the workspace will see it.</source>
        <translation>
            <numerusform>%Ln of these models is not public now: everyone in the workspace will see it.</numerusform>
            <numerusform>%Ln of these models are not public now: everyone in the workspace will see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these models is not private now: only you and workspace administrators will see it.</source>
        <translation>
            <numerusform>%Ln of these models is not private now: only you and workspace administrators will see it.</numerusform>
            <numerusform>%Ln of these models are not private now: only you and workspace administrators will see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln become(s) empty</source>
        <translation>
            <numerusform>%Ln becomes empty</numerusform>
            <numerusform>%Ln become empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln get(s) the same name as another</source>
        <translation>
            <numerusform>%Ln gets the same name as another</numerusform>
            <numerusform>%Ln get the same name as another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be changed this way</source>
        <translation>
            <numerusform>%Ln cannot be changed this way</numerusform>
            <numerusform>%Ln cannot be changed this way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ActivityWindow</name>
    <message numerus="yes">
        <source>Keep for %n day(s)</source>
        <translation>
            <numerusform>Keep for %n day</numerusform>
            <numerusform>Keep for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchFooter</name>
    <message numerus="yes">
        <source>%Ln model(s) will not be changed.</source>
        <translation>
            <numerusform>%Ln model will not be changed.</numerusform>
            <numerusform>%Ln models will not be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let everyone in the workspace see %Ln model(s)</source>
        <translation>
            <numerusform>Let everyone in the workspace see %Ln model</numerusform>
            <numerusform>Let everyone in the workspace see %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln model(s)</source>
        <translation>
            <numerusform>Save %Ln model</numerusform>
            <numerusform>Save %Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchGrid</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln left alone</source>
        <translation>
            <numerusform>%1, %Ln left alone</numerusform>
            <numerusform>%1, %Ln left alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::BatchPage</name>
    <message numerus="yes">
        <source>Review %Ln model(s)</source>
        <translation>
            <numerusform>Review %Ln model</numerusform>
            <numerusform>Review %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) could not be checked.</source>
        <translation>
            <numerusform>%Ln model could not be checked.</numerusform>
            <numerusform>%Ln models could not be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::Batching</name>
    <message numerus="yes">
        <source>%Ln new model(s) is/are left out: each is created by itself.</source>
        <translation>
            <numerusform>%Ln new model is left out: it is created by itself.</numerusform>
            <numerusform>%Ln new models are left out: each is created by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) is/are left out: the model is being saved.</source>
        <translation>
            <numerusform>%Ln draft is left out: its model is being saved.</numerusform>
            <numerusform>%Ln drafts are left out: their models are being saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) of many models is/are left out: each is reviewed by itself.</source>
        <translation>
            <numerusform>%Ln draft of many models is left out: it is reviewed by itself.</numerusform>
            <numerusform>%Ln drafts of many models are left out: each is reviewed by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) is/are left out: something in it/them is not a value yet.</source>
        <translation>
            <numerusform>%Ln draft is left out: something in it is not a value yet.</numerusform>
            <numerusform>%Ln drafts are left out: something in them is not a value yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ClashView</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same for the %Ln conflicts about %1</source>
        <translation>
            <numerusform>the same for the %Ln conflict about %1</numerusform>
            <numerusform>the same for the %Ln conflicts about %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::CleanupRow</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::Closing</name>
    <message numerus="yes">
        <source>%n draft(s) cannot be kept on this computer</source>
        <translation>
            <numerusform>%n draft cannot be kept on this computer</numerusform>
            <numerusform>%n drafts cannot be kept on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close and lose %n draft(s)</source>
        <translation>
            <numerusform>Close and lose %n draft</numerusform>
            <numerusform>Close and lose %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s): %1</source>
        <translation>
            <numerusform>%Ln model: %1</numerusform>
            <numerusform>%Ln models: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::CompareFooter</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n draft(s)</source>
        <translation>
            <numerusform>in %n draft</numerusform>
            <numerusform>in %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n draft(s)…</source>
        <translation>
            <numerusform>Review %n draft…</numerusform>
            <numerusform>Review %n drafts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::CompareHeader</name>
    <message numerus="yes">
        <source>Draft, %n change(s)</source>
        <translation>
            <numerusform>Draft, %n change</numerusform>
            <numerusform>Draft, %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ComparePage</name>
    <message numerus="yes">
        <source>Compare %n model(s)</source>
        <translation>
            <numerusform>Compare %n model</numerusform>
            <numerusform>Compare %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ConflictDialog</name>
    <message numerus="yes">
        <source>%n choice(s) left</source>
        <translation>
            <numerusform>%n choice left</numerusform>
            <numerusform>%n choices left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::CopyFieldsDialog</name>
    <message numerus="yes">
        <source>All %Ln members</source>
        <translation>
            <numerusform>All %Ln members</numerusform>
            <numerusform>All %Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln value(s)</source>
        <translation>
            <numerusform>Copy %Ln value</numerusform>
            <numerusform>Copy %Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::DraftQuestion</name>
    <message numerus="yes">
        <source>%Ln of these models has/have a draft. Nothing is sent yet.</source>
        <translation>
            <numerusform>%Ln of these models has a draft. Nothing is sent yet.</numerusform>
            <numerusform>%Ln of these models have drafts. Nothing is sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::DraftsList</name>
    <message numerus="yes">
        <source>Review %Ln draft(s)…</source>
        <translation>
            <numerusform>Review %Ln draft…</numerusform>
            <numerusform>Review %Ln drafts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::DraftsModel</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s): %1</source>
        <translation>
            <numerusform>%Ln model: %1</numerusform>
            <numerusform>%Ln models: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::EditHistory</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
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
    <name>modelscribe::EditorFooter</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::EditorPane</name>
    <message numerus="yes">
        <source>%n label(s) without a value: %1. Nothing is sent yet.</source>
        <translation>
            <numerusform>%n label without a value: %1. Nothing is sent yet.</numerusform>
            <numerusform>%n labels without a value: %1. Nothing is sent yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::EndPage</name>
    <message numerus="yes">
        <source>Retry the %Ln refused</source>
        <translation>
            <numerusform>Retry the %Ln refused</numerusform>
            <numerusform>Retry the %Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln model(s)</source>
        <translation>
            <numerusform>Retry %Ln model</numerusform>
            <numerusform>Retry %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s), through the same review</source>
        <translation>
            <numerusform>%Ln model, through the same review</numerusform>
            <numerusform>%Ln models, through the same review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ExtraVerbRow</name>
    <message numerus="yes">
        <source>%Ln has/have something else at this place and cannot be changed this way.</source>
        <translation>
            <numerusform>%Ln has something else at this place and cannot be changed this way.</numerusform>
            <numerusform>%Ln have something else at this place and cannot be changed this way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::FacetModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::FieldCopying</name>
    <message numerus="yes">
        <source>%Ln value(s) copied. Select other models and choose Paste fields in the Edit menu.</source>
        <translation>
            <numerusform>%Ln value copied. Select other models and choose Paste fields in the Edit menu.</numerusform>
            <numerusform>%Ln values copied. Select other models and choose Paste fields in the Edit menu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::FiguresPage</name>
    <message numerus="yes">
        <source>Figures of %Ln model(s)</source>
        <translation>
            <numerusform>Figures of %Ln model</numerusform>
            <numerusform>Figures of %Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::FirstStartPage</name>
    <message numerus="yes">
        <source>%Ln made-up model(s) in a registry on this machine. No account, no network.</source>
        <translation>
            <numerusform>%Ln made-up model in a registry on this machine. No account, no network.</numerusform>
            <numerusform>%Ln made-up models in a registry on this machine. No account, no network.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::FoundKeysPart</name>
    <message numerus="yes">
        <source>%Ln more in Profiles…</source>
        <translation>
            <numerusform>%Ln more in Profiles…</numerusform>
            <numerusform>%Ln more in Profiles…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JournalGroupBar</name>
    <message numerus="yes">
        <source>%Ln model(s) of one run</source>
        <translation>
            <numerusform>%Ln model of one run</numerusform>
            <numerusform>%Ln models of one run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonCompleter</name>
    <message numerus="yes">
        <source>used by %n</source>
        <translation>
            <numerusform>used by %n</numerusform>
            <numerusform>used by %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonDifferenceDialog</name>
    <message numerus="yes">
        <source>%n value(s) differ</source>
        <translation>
            <numerusform>%n value differs</numerusform>
            <numerusform>%n values differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written or ordered differently</source>
        <translation>
            <numerusform>%n written or ordered differently</numerusform>
            <numerusform>%n written or ordered differently</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonForm</name>
    <message numerus="yes">
        <source>Other entries: %n, shown in Text and Tree</source>
        <translation>
            <numerusform>Other entries: %n, shown in Text and Tree</numerusform>
            <numerusform>Other entries: %n, shown in Text and Tree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonFormField</name>
    <message numerus="yes">
        <source>%n more hints, shown in Text</source>
        <translation>
            <numerusform>%n more hint, shown in Text</numerusform>
            <numerusform>%n more hints, shown in Text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonPasteDialog</name>
    <message numerus="yes">
        <source>%n more byte(s)</source>
        <translation>
            <numerusform>%n more byte</numerusform>
            <numerusform>%n more bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonSourceTree</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonStatusLine</name>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonSubtreeDialog</name>
    <message numerus="yes">
        <source>%n value(s) checked</source>
        <translation>
            <numerusform>%n value checked</numerusform>
            <numerusform>%n values checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n value(s)</source>
        <translation>
            <numerusform>Copy %n value</numerusform>
            <numerusform>Copy %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) already in use</source>
        <translation>
            <numerusform>%n key already in use</numerusform>
            <numerusform>%n keys already in use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::KeepingNotices</name>
    <message numerus="yes">
        <source>%n entry(s) were found in it</source>
        <translation>
            <numerusform>%n entry was found in it</numerusform>
            <numerusform>%n entries were found in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelBars</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelPlanBar</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln model(s)…</source>
        <translation>
            <numerusform>Review %Ln model…</numerusform>
            <numerusform>Review %Ln models…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelUsesTable</name>
    <message numerus="yes">
        <source>Merge %Ln…</source>
        <translation>
            <numerusform>Merge %Ln…</numerusform>
            <numerusform>Merge %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelVerbRow</name>
    <message numerus="yes">
        <source>%Ln has/have other values of %1.</source>
        <translation>
            <numerusform>%Ln has another value of %1.</numerusform>
            <numerusform>%Ln have other values of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have %1 already.</source>
        <translation>
            <numerusform>%Ln has %1 already.</numerusform>
            <numerusform>%Ln have %1 already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lose(s) another value of %1.</source>
        <translation>
            <numerusform>%Ln loses another value of %1.</numerusform>
            <numerusform>%Ln lose another value of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln has/have both keys: %1 is kept there.</source>
        <translation>
            <numerusform>%Ln has both keys: %1 is kept there.</numerusform>
            <numerusform>%Ln have both keys: %1 is kept there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::LabelsWindow</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
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
        <source>at least %Ln model(s)</source>
        <translation>
            <numerusform>at least %Ln model</numerusform>
            <numerusform>at least %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the changes: %1, and %Ln more.</source>
        <translation>
            <numerusform>In the changes: %1, and %Ln more.</numerusform>
            <numerusform>In the changes: %1, and %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::LeftStrip</name>
    <message numerus="yes">
        <source>A run of %Ln model(s) was interrupted (%1).</source>
        <translation>
            <numerusform>A run of %Ln model was interrupted (%1).</numerusform>
            <numerusform>A run of %Ln models was interrupted (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyEditing</name>
    <message numerus="yes">
        <source>What you changed in %Ln other model(s) is kept.</source>
        <translation>
            <numerusform>What you changed in %Ln other model is kept.</numerusform>
            <numerusform>What you changed in %Ln other models is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyField</name>
    <message numerus="yes">
        <source>Show the %Ln different value(s)…</source>
        <translation>
            <numerusform>Show the %Ln value…</numerusform>
            <numerusform>Show the %Ln different values…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln different values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyFooter</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln model(s)…</source>
        <translation>
            <numerusform>Review %Ln model…</numerusform>
            <numerusform>Review %Ln models…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ManyHeader</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be changed</source>
        <translation>
            <numerusform>%Ln can be changed</numerusform>
            <numerusform>%Ln can be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read-only, left out</source>
        <translation>
            <numerusform>%Ln read-only, left out</numerusform>
            <numerusform>%Ln read-only, left out</numerusform>
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
<context>
    <name>modelscribe::ManyLabels</name>
    <message numerus="yes">
        <source>Labels of the %Ln now</source>
        <translation>
            <numerusform>Labels of the %Ln now</numerusform>
            <numerusform>Labels of the %Ln now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln has a label now</source>
        <translation>
            <numerusform>It has no label now</numerusform>
            <numerusform>None of the %Ln has a label now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelHeader</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ModelMenu</name>
    <message numerus="yes">
        <source>Paste fields into %Ln model(s)…</source>
        <translation>
            <numerusform>Paste fields into %Ln model…</numerusform>
            <numerusform>Paste fields into %Ln models…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln draft(s)…</source>
        <translation>
            <numerusform>Review %Ln draft…</numerusform>
            <numerusform>Review %Ln drafts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::OrderBar</name>
    <message numerus="yes">
        <source>%Ln order number(s) change</source>
        <translation>
            <numerusform>%Ln order number changes</numerusform>
            <numerusform>%Ln order numbers change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::PasteValuesDialog</name>
    <message numerus="yes">
        <source>One row, for each of the %Ln selected model(s). Which field does each column go to?</source>
        <translation>
            <numerusform>One row, for the %Ln selected model. Which field does each column go to?</numerusform>
            <numerusform>One row, for each of the %Ln selected models. Which field does each column go to?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), over the selected models in the order of the list. Which field does each column go to?</source>
        <translation>
            <numerusform>%Ln row, over the selected models in the order of the list. Which field does each column go to?</numerusform>
            <numerusform>%Ln rows, over the selected models in the order of the list. Which field does each column go to?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln model(s)…</source>
        <translation>
            <numerusform>Review %Ln model…</numerusform>
            <numerusform>Review %Ln models…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::PastedDialog</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) found</source>
        <translation>
            <numerusform>%Ln model found</numerusform>
            <numerusform>%Ln models found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select %Ln model(s)</source>
        <translation>
            <numerusform>Select %Ln model</numerusform>
            <numerusform>Select %Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ReviewDialog</name>
    <message numerus="yes">
        <source>Nothing is sent; your %n change(s) are kept as a draft.</source>
        <translation>
            <numerusform>Nothing is sent; your %n change is kept as a draft.</numerusform>
            <numerusform>Nothing is sent; your %n changes are kept as a draft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::SamplesStrip</name>
    <message numerus="yes">
        <source>These %Ln model(s) are samples on this machine: change and delete what you like.</source>
        <translation>
            <numerusform>The %Ln model is a sample on this machine: change and delete what you like.</numerusform>
            <numerusform>These %Ln models are samples on this machine: change and delete what you like.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::SavedSearching</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) imported.</source>
        <translation>
            <numerusform>%n search imported.</numerusform>
            <numerusform>%n searches imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) exported to %1.</source>
        <translation>
            <numerusform>%n search exported to %1.</numerusform>
            <numerusform>%n searches exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out: at most %1 can be saved.</source>
        <translation>
            <numerusform>%n was left out: at most %1 can be saved.</numerusform>
            <numerusform>%n were left out: at most %1 can be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::SelectionBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln that match are selected</source>
        <translation>
            <numerusform>The one that matches is selected</numerusform>
            <numerusform>All %Ln that match are selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln are selected</source>
        <translation>
            <numerusform>The only one is selected</numerusform>
            <numerusform>All %Ln are selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read-only</source>
        <translation>
            <numerusform>%Ln read-only</numerusform>
            <numerusform>%Ln read-only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a draft</source>
        <translation>
            <numerusform>%Ln with a draft</numerusform>
            <numerusform>%Ln with drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %Ln that match</source>
        <translation>
            <numerusform>Select all %Ln that match</numerusform>
            <numerusform>Select all %Ln that match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Select all %Ln</source>
        <translation>
            <numerusform>Select all %Ln</numerusform>
            <numerusform>Select all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ServiceChecking</name>
    <message numerus="yes">
        <source>A check of the service was interrupted; %Ln model(s) it had made are deleted now.</source>
        <translation>
            <numerusform>A check of the service was ended; %Ln model it had made is deleted now.</numerusform>
            <numerusform>A check of the service was ended; %Ln models it had made are deleted now.</numerusform>
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
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln selected</source>
        <translation>
            <numerusform>%1 of %Ln selected</numerusform>
            <numerusform>%1 of %Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>offline, %Ln draft(s) waiting</source>
        <translation>
            <numerusform>offline, %Ln draft waiting</numerusform>
            <numerusform>offline, %Ln drafts waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample model(s)</source>
        <translation>
            <numerusform>%Ln sample model</numerusform>
            <numerusform>%Ln sample models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::TextDifferenceModel</name>
    <message numerus="yes">
        <source>%n line(s) the same</source>
        <translation>
            <numerusform>%n line the same</numerusform>
            <numerusform>%n lines the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::TextDifferenceView</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n line(s)</source>
        <translation>
            <numerusform>− %n line</numerusform>
            <numerusform>− %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n line(s)</source>
        <translation>
            <numerusform>+ %n line</numerusform>
            <numerusform>+ %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::TextListField</name>
    <message numerus="yes">
        <source>%n more, shown in Text and Tree</source>
        <translation>
            <numerusform>%n more, shown in Text and Tree</numerusform>
            <numerusform>%n more, shown in Text and Tree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::ValuesPopup</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most frequent of %1</source>
        <translation>
            <numerusform>The most frequent of %1</numerusform>
            <numerusform>The %Ln most frequent of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::VerbRow</name>
    <message numerus="yes">
        <source>%Ln cannot be changed this way</source>
        <translation>
            <numerusform>%Ln cannot be changed this way</numerusform>
            <numerusform>%Ln cannot be changed this way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>modelscribe::WindowActions</name>
    <message numerus="yes">
        <source>Paste f&amp;ields into %Ln model(s)…</source>
        <translation>
            <numerusform>Paste f&amp;ields into %Ln model…</numerusform>
            <numerusform>Paste f&amp;ields into %Ln models…</numerusform>
        </translation>
    </message>
</context>
</TS>
