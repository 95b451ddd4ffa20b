// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QButtonGroup;

namespace modelscribe {

//! Of a profile's colour (see profileColours); the colour of text for none.
QColor profileColour(const QString &name);

//! One of the colours that tell profiles apart, or none.
class ColourChoice : public QWidget
{
    Q_OBJECT

public:
    explicit ColourChoice(QWidget *parent = nullptr);

    QString colour() const; //!< Empty: none.
    void setColour(const QString &name);

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QButtonGroup *m_buttons;
};

} // namespace modelscribe
