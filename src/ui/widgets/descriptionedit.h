// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/exacttextedit.h"
#include "ui/widgets/fieldeditor.h"

#include <optional>

namespace modelscribe {

//! Edits several lines of plain text. Tab leaves it; too much at once is cut with a word about it.
class DescriptionEdit : public ExactTextEdit
{
    Q_OBJECT
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY valueChanged USER true)
    Q_PROPERTY(modelscribe::FieldEditor *fieldEditor READ fieldEditor)

public:
    static constexpr int pasteLimit = 1024 * 1024; //!< In UTF-16 units.

    explicit DescriptionEdit(QWidget *parent = nullptr);

    QString value() const;
    //! See setText().
    void setValue(const QString &value);
    //! Made when first asked for.
    FieldEditor *fieldEditor();

signals:
    void valueChanged();
    void inputCut(int limit);

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    mutable std::optional<QString> m_value; //!< As long as that is known.
    FieldEditor *m_fieldEditor = nullptr;
    bool m_setting = false;
};

} // namespace modelscribe
