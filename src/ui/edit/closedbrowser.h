// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace modelscribe {

//! Shows a text of strangers: loads nothing and goes nowhere.
class ClosedBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    ClosedBrowser()
    {
        setOpenLinks(false);
        setOpenExternalLinks(false);
        setFrameShape(QFrame::NoFrame);
    }

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override { }
};

} // namespace modelscribe
