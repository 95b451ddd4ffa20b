// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/checkpanel.h"

#include "ui/profiles/checkrow.h"
#include "ui/widgets/namedbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

CheckPanel::CheckPanel(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_test(namedButton(u"testButton"_s))
    , m_column(new QVBoxLayout(this))
{
    m_heading->setProperty("role", u"heading"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 16, 6);
    head->addWidget(m_heading, 1);
    head->addWidget(m_test);
    m_column->setContentsMargins(0, 0, 0, 12);
    m_column->setSpacing(0);
    m_column->addLayout(head);
    m_column->addStretch();
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_check && m_check->isRunning())
            m_check->cancel();
        else
            emit testRequested();
    });
    refresh();
}

CheckPanel::~CheckPanel() = default;

void CheckPanel::run(std::unique_ptr<ConnectionCheck> check)
{
    m_check = std::move(check);
    const size_t count = m_check ? size_t(m_check->steps().size()) : 0;
    while (m_rows.size() < count) {
        auto *row = new CheckRow(this);
        m_column->insertWidget(m_column->count() - 1, row);
        m_rows.push_back(row);
    }
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setVisible(i < count);
    if (m_check) {
        connect(m_check.get(), &ConnectionCheck::stepChanged, this, &CheckPanel::refresh);
        connect(m_check.get(), &ConnectionCheck::finished, this, [this] {
            refresh();
            emit finished();
        });
        m_check->start();
    }
    refresh();
}

void CheckPanel::setTestPossible(bool isPossible, const QString &whyNot)
{
    m_isPossible = isPossible;
    m_whyNot = whyNot;
    refresh();
}

void CheckPanel::refresh()
{
    const bool isRunning = m_check && m_check->isRunning();
    m_heading->setText(tr("Test connection"));
    m_test->setText(isRunning ? tr("Stop") : (m_check ? tr("Test again") : tr("Test")));
    m_test->setAccessibleName(tr("Test"));
    m_test->setEnabled(isRunning || m_isPossible);
    m_test->setToolTip(m_test->isEnabled() ? QString() : m_whyNot);
    for (size_t i = 0; m_check && i < m_rows.size(); ++i)
        m_rows[i]->setStep(m_check->steps()[qsizetype(i)]);
}

void CheckPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_checkpanel.cpp"
