// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

static void initTranslations() { Q_INIT_RESOURCE(i18n); }

namespace modelscribe {

Language::Language(QObject *parent)
    : QObject(parent)
{
    initTranslations();
}

void Language::use(const QString &code)
{
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale); // dates and numbers follow the language that is shown
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (locale.language() != QLocale::Chinese) {
        // English stands in the sources; its catalogue has only the plurals.
        if (m_own.load(u":/i18n/modelscribe_en.qm"_s))
            QCoreApplication::installTranslator(&m_own);
        return;
    }
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(u":/i18n/modelscribe_zh_CN.qm"_s))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace modelscribe

#include "moc_language.cpp"
