// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/form/jsonform.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/lineedit.h"

#include <QTest>

namespace modelscribe::testing {

//! A form on a document of its own, shown.
class JsonFormWorld
{
public:
    explicit JsonFormWorld(const QByteArray &json, const QByteArray &schema = usualSchema())
    {
        const auto read = JsonSchema::fromText(schema);
        if (!read)
            qFatal("not a schema: %s", qPrintable(read.error().detail));
        document.setSchema(*read);
        document.setBytes(json);
        form.resize(520, 700);
        form.show();
        form.activateWindow();
        if (!QTest::qWaitForWindowActive(&form))
            qFatal("no window");
    }

    static QByteArray usualSchema()
    {
        return R"({"type":"object","properties":{
            "RatingCount":{"title":"Number of ratings","type":"integer","minimum":0,
                           "description":"How many people rated the model."},
            "Rating":{"type":"number","minimum":0,"maximum":5,"x-widget":"stars"},
            "Note":{"type":"string"},
            "Hot":{"type":"boolean"},
            "Stage":{"enum":["dev","prod",3]},
            "CoverUris":{"title":"Cover pictures","type":"array","x-widget":"pictures",
                         "items":{"type":"string","format":"uri"}},
            "Tags":{"type":"array","items":{"type":"string"}},
            "Limit":{"type":["number","null"]},
            "Anything":{},
            "Author":{"title":"Author","type":"object","properties":{
                "Name":{"type":"string"},"Age":{"type":"integer"}}}
        }})";
    }

    QByteArray bytes() const { return document.bytes(); }
    JsonFormField *field(const QString &key) const { return form.field(key); }
    template<typename T>
    T *editor(const QString &key) const
    {
        return qobject_cast<T *>(field(key)->editor());
    }
    LineEdit *line(const QString &key) const { return editor<LineEdit>(key); }
    void type(const QString &key, const QString &typed)
    {
        LineEdit *edit = line(key);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, typed);
    }
    bool waitForHints()
    {
        return QTest::qWaitFor([this] { return !document.hints().isEmpty(); });
    }

    JsonTextEdit text;
    JsonDocument document{text};
    JsonForm form{document};
};

} // namespace modelscribe::testing
