// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <optional>

namespace modelscribe {

//! Edits several lines of plain text. Tab leaves it. What was not edited is given back to the
//! letter, also what QTextDocument would respell (line ends, no-break spaces), and so is what was
//! edited and taken back.
class DescriptionEdit : public QPlainTextEdit
{
    Q_OBJECT
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    static constexpr int pasteLimit = 1024 * 1024; //!< In UTF-16 units.

    explicit DescriptionEdit(QWidget *parent = nullptr);

    QString value() const;
    //! Replaces only what differs, so that what is in sight stays. Begins a new history.
    void setValue(const QString &value);

signals:
    void valueChanged();
    void inputCut(int limit);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void showText(const QString &value);

    QString m_original;
    QString m_shown;                        //!< m_original as the document holds it.
    mutable std::optional<QString> m_value; //!< As long as that is known.
    QString m_lineEnd;
    bool m_setting = false;
};

} // namespace modelscribe
