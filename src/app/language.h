// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace modelscribe {

//! The language of the window: the system's, or the one chosen. Switching takes effect at once;
//! widgets hear of it by QEvent::LanguageChange.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);

    //! "en", "zh_CN", or empty for the system's.
    void use(const QString &code);

private:
    QTranslator m_own;
    QTranslator m_qt; //!< Qt's own texts (context menus, keys), where the system has them.
};

} // namespace modelscribe
