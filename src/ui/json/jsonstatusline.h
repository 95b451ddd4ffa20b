// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace modelscribe {

class ElidedLabel;
class JsonDocument;

//! The line below the JSON editor: where the caret is, what is wrong or worth a hint, and the path
//! of the value at the caret.
class JsonStatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit JsonStatusLine(JsonDocument &document, QWidget *parent = nullptr);

    QString verdict() const;
    //! Byte offset of the caret.
    void showPlace(qsizetype offset);
    //! Something that could not be done; stays until the text changes.
    void say(const QString &sentence);

signals:
    void problemWanted();
    void hintWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshPath();

    JsonDocument &m_document;
    QLabel *m_position;
    QPushButton *m_hints;
    QLabel *m_verdict;
    QPushButton *m_goTo;
    ElidedLabel *m_path;
    QString m_said;
    qsizetype m_offset = 0;
};

} // namespace modelscribe
