// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/markdowntext.h"

#include <QColor>
#include <QFont>
#include <QStringList>

#include <memory>

namespace modelscribe {

class Theme;

//! How a page of the help looks.
struct HelpStyle
{
    QFont font;
    QFont fixedFont;
    QColor link;
    QColor border;
    QColor ground; //!< Behind code and the heads of tables.

    static HelpStyle of(const Theme &theme);
    static HelpStyle forPaper(const Theme &theme);
};

//! The anchor of a heading, as GitHub names it: links in files and in the program are the same.
QString headingAnchor(const QString &heading);

//! Those of all headings of \p markdown, in their order.
QStringList headingAnchorsOf(const QByteArray &markdown);

//! \p markdown as a document whose headings are anchors; \p anchors are further names of these, in
//! their order. May be called on any thread, which the document then belongs to.
std::shared_ptr<ClosedDocument> helpDocument(const QByteArray &markdown, const HelpStyle &style,
                                             const QStringList &anchors = {});

} // namespace modelscribe
