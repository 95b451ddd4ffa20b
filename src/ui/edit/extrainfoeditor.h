// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonscanner.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace modelscribe {

class JsonTextEdit;

//! Edits ExtraInfo as the text it is. Showing a text changes nothing of it: line ends, blanks,
//! invalid bytes and NUL stay, and value() gives back the bytes that were set.
class ExtraInfoEditor : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QByteArray value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    //! Texts above this size are checked on another thread.
    static constexpr qsizetype checkHereLimit = 256 * 1024;

    explicit ExtraInfoEditor(QWidget *parent = nullptr);

    QByteArray value() const;
    void setValue(const QByteArray &utf8);
    void setReadOnly(bool readOnly);

    //! As of the last check; nullopt also for an empty text.
    const std::optional<JsonProblem> &problem() const { return m_problem; }
    QString statusText() const;
    JsonTextEdit &textEdit() const { return *m_text; }

public slots:
    void format();
    void compact();
    void find();
    void findNext();
    void goToProblem();

signals:
    void valueChanged();
    void checked(); //!< problem() is up to date.
    void inputCut(int limit);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void retranslate();
    void startCheck();
    void check();
    void showProblem(std::optional<JsonProblem> problem);
    void replaceText(const QByteArray &utf8);
    void refreshStatus();

    JsonTextEdit *m_text;
    QLineEdit *m_find;
    QPushButton *m_format;
    QPushButton *m_compact;
    QPushButton *m_goTo;
    QLabel *m_position;
    QLabel *m_verdict;
    QTimer m_checkTimer;
    std::optional<JsonProblem> m_problem;
    quint64 m_revision = 0; //!< Of the text; an answer for an older one is dropped.
    bool m_isChecked = false;
};

} // namespace modelscribe
