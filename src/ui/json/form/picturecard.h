// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/picturesource.h"

#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;

namespace modelscribe {

//! The place of one picture: asks before it is loaded, then shows it, or says why not.
class PictureCard : public QWidget
{
    Q_OBJECT

public:
    enum class State { Nothing, Asking, Loading, Shown, Failed };

    explicit PictureCard(PictureSource *source, QWidget *parent = nullptr);
    ~PictureCard() override;

    void setSource(PictureSource *source);
    //! \p name: "Cover 1".
    void setPicture(const QString &name, const QString &address);
    State state() const { return m_state; }
    QString text() const;

public slots:
    void load(); //!< The person asks for it.
    void allowHost();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void begin();
    void loadByItself();
    void start(PictureSource::Asked asked);
    void stop();
    void showState(State state);
    void refresh();

    QPointer<PictureSource> m_source;
    QString m_name;
    QString m_address;
    QUrl m_url;
    State m_state = State::Nothing;
    std::shared_ptr<const Picture> m_picture;
    Error m_error;
    QFuture<Result<std::shared_ptr<const Picture>>> m_loading;
    quint64 m_attempt = 0; //!< The answer to an older one is dropped.
    QTimer m_typing;       //!< Nothing is fetched while the address is being typed.
    QLabel *m_text;
    QPushButton *m_load;
    QPushButton *m_always;
};

} // namespace modelscribe
