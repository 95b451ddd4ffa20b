// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonhint.h"

#include <QWidget>

class QVBoxLayout;

namespace modelscribe {

//! Hints below a field, each with a link that does what it offers.
class JsonHintRows : public QWidget
{
    Q_OBJECT

public:
    explicit JsonHintRows(QWidget *parent = nullptr);

    //! The link stands below the text, not beside it.
    void setNarrow(bool narrow) { m_narrow = narrow; }
    void clear();
    //! \p name: of the field, for those who hear the link and not what is around it. \p canFix:
    //! the link is shown.
    void add(const QString &text, const JsonHint &hint, const QString &name, bool canFix);
    const QStringList &texts() const { return m_texts; }

signals:
    void fixRequested(const modelscribe::JsonHint &hint);

private:
    QVBoxLayout *m_rows;
    QStringList m_texts;
    bool m_narrow = false;
};

} // namespace modelscribe
