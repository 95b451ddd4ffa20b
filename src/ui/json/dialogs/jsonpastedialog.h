// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/dialogs/jsondialog.h"
#include "json/jsonconversion.h"
#include "json/jsonpath.h"

#include <QPointer>
#include <QTimer>

class QCheckBox;
class QLineEdit;
class QRadioButton;

namespace modelscribe {

class ExactTextEdit;
class JsonDocument;

//! Takes pasted JSON, something like JSON, or YAML, shows it as JSON and puts it into a document:
//! as its whole text or as a new entry at a place. One step of undo.
class JsonPasteDialog : public JsonDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype maxSize = 4 * 1024 * 1024; //!< In bytes; more is not converted.
    static constexpr qsizetype maxShown = 100'000;        //!< Characters of the result.

    //! \p place: of the value that is current in the document. An entry goes into it when it is an
    //! object or array, else next to it.
    JsonPasteDialog(JsonDocument &document, const JsonPath &place, QWidget *parent = nullptr);

    void setInput(const QString &text);
    bool isWorking() const { return m_working; }
    //! What would be put in; empty when the input is nothing that can be.
    QByteArray result() const;

public slots:
    void take();

signals:
    void ready(); //!< result() is about the input as it is now.

protected:
    void retranslate() override;

private:
    void buildBody();
    void findContainer(const JsonPath &place);
    void start();
    void convert();
    void showConversion();
    QString verdict() const;
    void refresh();
    QString refusal() const;

    QPointer<JsonDocument> m_document;
    std::optional<JsonPath> m_container; //!< Where an entry would go; none while it is no JSON.
    bool m_needsKey = false;
    JsonConversion m_conversion;
    ExactTextEdit *m_input;
    ExactTextEdit *m_output;
    QCheckBox *m_asYaml;
    QRadioButton *m_whole;
    QRadioButton *m_entry;
    QLineEdit *m_key;
    QList<class QLabel *> m_labels;
    QTimer m_timer;
    quint64 m_revision = 0; //!< Of the input; an answer for an older one is dropped.
    bool m_working = false;
    bool m_isTooLong = false;
};

} // namespace modelscribe
