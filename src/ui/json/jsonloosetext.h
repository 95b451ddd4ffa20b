// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonunfinished.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

//! Says what was typed at places that are no more, so that the person can have it or drop it.
class JsonLooseText : public QFrame
{
    Q_OBJECT

public:
    explicit JsonLooseText(QWidget *parent = nullptr);

    //! The first of \p texts is shown; nothing when there is none.
    void setTexts(const JsonUnfinished &texts);
    QString sentence() const;

signals:
    void dropped(const QString &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    JsonUnfinished m_texts;
    QLabel *m_label;
    QPushButton *m_copy;
    QPushButton *m_drop;
};

} // namespace modelscribe
