// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/toolkeys.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QPushButton;
class QSpacerItem;
class QVBoxLayout;

namespace modelscribe {

class FoundKeysPart;
class StartPart;

//! What stands in the window before anybody has said where the models are. Does nothing itself.
class FirstStartPage : public QFrame
{
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget *parent = nullptr);

    //! What was found on this computer, once. It has its place among the ways to begin as long as
    //! nobody can have aimed at what is there; later it stands below everything.
    void setOffers(const QList<KeyOffer> &offers);
    QPushButton *firstButton() const { return m_connect; }

signals:
    void connectRequested();
    void offerChosen(const KeyOffer &offer);
    void samplesRequested();
    void emptyRequested();
    void firstStepsRequested();
    void languageChosen(const QString &language); //!< "en" or "zh_CN".

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void makeLanguages();
    void retranslate();

    QLabel *m_title;
    QLabel *m_about;
    StartPart *m_account;
    StartPart *m_samples;
    FoundKeysPart *m_keys = nullptr; //!< Where some were found.
    QPushButton *m_connect;
    QPushButton *m_open;
    QPushButton *m_empty;
    QPushButton *m_steps;
    QPushButton *m_language;
    QSpacerItem *m_above = nullptr;
    QVBoxLayout *m_whole = nullptr;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_card = nullptr;
    QElapsedTimer m_sinceSeen;
};

} // namespace modelscribe
