// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/copiedsecret.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace modelscribe {

void CopiedSecret::copy(const QString &secret, std::chrono::milliseconds lifetime)
{
    new CopiedSecret(secret, lifetime);
}

// Whatever it was copied from may be closed before it is time.
CopiedSecret::CopiedSecret(const QString &secret, std::chrono::milliseconds lifetime)
    : QObject(qApp)
    , m_data(new QMimeData)
{
    m_data->setText(secret);
    m_data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // known to other desktops too
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setMimeData(m_data);
    connect(clipboard, &QClipboard::dataChanged, this, [this] {
        if (!isThere())
            deleteLater();
    });
    connect(qApp, &QCoreApplication::aboutToQuit, this, &CopiedSecret::clear);
    QTimer::singleShot(lifetime, this, &CopiedSecret::clear);
}

//! Asks for no text: that of another program may be long in coming.
bool CopiedSecret::isThere() const
{
    return m_data && QGuiApplication::clipboard()->mimeData() == m_data;
}

void CopiedSecret::clear()
{
    if (isThere())
        QGuiApplication::clipboard()->clear();
    deleteLater();
}

} // namespace modelscribe

#include "moc_copiedsecret.cpp"
