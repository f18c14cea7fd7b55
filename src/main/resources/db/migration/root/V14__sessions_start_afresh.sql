-- Sessions from before second factors do not say what their holder has proved: everybody signs in again once.
delete from spring_session;
