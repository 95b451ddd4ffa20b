// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profileside.h"

#include "ui/profiles/profilelist.h"
#include "ui/widgets/namedbutton.h"
#include "ui/widgets/separator.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int sideWidth = 232; //!< More for larger text.

} // namespace

ProfileSide::ProfileSide(QWidget *parent)
    : QFrame(parent)
    , m_list(new ProfileList)
    , m_add(namedButton(u"newButton"_s, u"quiet"_s))
    , m_duplicate(namedButton(u"duplicateButton"_s, u"quiet"_s))
    , m_remove(namedButton(u"forgetButton"_s, u"quiet"_s))
{
    setProperty("role", u"side"_s);
    m_list->setObjectName(u"list"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(0);
    for (QPushButton *one : {m_add, m_duplicate, m_remove})
        row->addWidget(one);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(new Separator(this));
    column->addLayout(row);
    connect(m_list, &ProfileList::chosen, this, &ProfileSide::chosen);
    connect(m_add, &QPushButton::clicked, this, &ProfileSide::addRequested);
    connect(m_duplicate, &QPushButton::clicked, this, &ProfileSide::duplicateRequested);
    connect(m_remove, &QPushButton::clicked, this, &ProfileSide::removeRequested);
    retranslate();
}

void ProfileSide::setProfiles(const QList<Profile> &profiles, const QString &current)
{
    m_list->setProfiles(profiles, current);
}

void ProfileSide::setActionsPossible(bool possible)
{
    m_duplicate->setEnabled(possible);
    m_remove->setEnabled(possible);
}

void ProfileSide::retranslate()
{
    m_list->setAccessibleName(tr("Stored profiles"));
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(tr("Add a profile"));
    m_duplicate->setText(tr("Duplicate"));
    m_duplicate->setAccessibleName(tr("Duplicate"));
    m_remove->setText(tr("Remove…"));
    m_remove->setAccessibleName(tr("Remove…"));
    int buttons = 16; // what is around them
    for (const QPushButton *one : {m_add, m_duplicate, m_remove})
        buttons += one->sizeHint().width();
    setFixedWidth(std::max(sideWidth, buttons));
}

void ProfileSide::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_profileside.cpp"
