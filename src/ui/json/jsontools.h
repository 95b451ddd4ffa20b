// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/dialogs/jsonsourcelist.h"

#include <QObject>

#include <functional>

class QWidget;

namespace modelscribe {

class JsonDocument;
class JsonFaces;
class JsonStatusLine;

//! What can be done with a text as a whole: said to be written in another way, or by a dialog that
//! it opens.
class JsonTools : public QObject
{
    Q_OBJECT

public:
    //! The dialogs stand over \p window.
    JsonTools(JsonDocument &document, JsonFaces &faces, JsonStatusLine &status, QWidget *window);

    //! What differences are shown against.
    void setStored(const QByteArray &utf8) { m_stored = utf8; }
    //! Other texts of the same use, to copy from.
    void setSources(std::function<QList<JsonSourceText>()> sources);

    void format();
    void compact();
    void sortKeys();
    void repair();
    void showDifferences();
    void copyFromOther();
    void pasteAndConvert();

private:
    void replaceText(const QByteArray &utf8);

    JsonDocument &m_document;
    JsonFaces &m_faces;
    JsonStatusLine &m_status;
    QWidget *m_window;
    QByteArray m_stored;
    std::function<QList<JsonSourceText>()> m_sources;
};

} // namespace modelscribe
