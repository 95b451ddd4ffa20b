// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace modelscribe {

//! The border around a face, as other fields have one; accented while the focus is in it.
class JsonFaceFrame : public QFrame
{
    Q_OBJECT

public:
    explicit JsonFaceFrame(QWidget *content);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace modelscribe
