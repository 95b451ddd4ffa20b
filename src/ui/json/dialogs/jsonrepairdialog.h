// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/dialogs/jsondialog.h"
#include "json/jsonconversion.h"

#include <QPointer>

class QListWidget;
class QStackedWidget;

namespace modelscribe {

class JsonDocument;
class StatePage;
class TextDifferenceView;

//! Mends the text of a document, or reads it as YAML: says what was done, shows the difference, and
//! changes the document only when the person takes it, as one step of undo.
class JsonRepairDialog : public JsonDialog
{
    Q_OBJECT

public:
    enum class Reading { Repaired, Yaml };

    explicit JsonRepairDialog(JsonDocument &document, QWidget *parent = nullptr);

    bool isWorking() const { return m_working; }
    const JsonConversion &conversion() const { return m_conversion; }
    Reading reading() const { return m_reading; }
    void setReading(Reading reading);
    QStringList steps() const; //!< What is listed as done.
    TextDifferenceView &difference() const { return *m_difference; }

public slots:
    void take();
    void goToProblem(); //!< Of the text, when it could not be mended; the dialog closes.

signals:
    void ready(); //!< conversion() is about the text as it is now.

protected:
    void retranslate() override;

private:
    void buildBody();
    void start();
    void showConversion();
    void showSteps();
    void showState();
    bool canTake() const;
    QByteArray result() const;

    QPointer<JsonDocument> m_document;
    QByteArray m_text;
    JsonConversion m_conversion;
    QListWidget *m_steps;
    QWidget *m_choice;
    QPushButton *m_repaired;
    QPushButton *m_yaml;
    TextDifferenceView *m_difference;
    StatePage *m_state;
    QStackedWidget *m_pages;
    Reading m_reading = Reading::Repaired;
    quint64 m_revision = 0; //!< Of the text; an answer for an older one is dropped.
    bool m_working = false;
};

} // namespace modelscribe
